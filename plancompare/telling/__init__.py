"""A comparison told as chapters of tables: what every document format sets, none of them deciding what is true."""
