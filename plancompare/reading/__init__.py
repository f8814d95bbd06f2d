"""From YAML text to located nodes, from nodes to a corpus and findings. The only place that knows yaml."""
