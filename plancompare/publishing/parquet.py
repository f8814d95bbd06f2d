"""A table of the data set as Parquet, for programs that read columns; the only place that knows pyarrow."""

from io import BytesIO
from typing import Any

from plancompare.errors import PlanCompareError, install
from plancompare.publishing.table import Column, Table


def path_of(table: Table) -> str:
    """Its file in the data set, beside the one of CSV."""
    return f"data/{table.name}.parquet"


def require() -> None:
    """Raise PlanCompareError where the library is missing."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise PlanCompareError("Parquet needs a further library; {install}", install=install("tables")) from error


def as_parquet(table: Table) -> bytes:
    """The table as Parquet: what is empty in CSV is null; the same release of the library gives the same bytes."""
    import pyarrow as pa
    from pyarrow import parquet

    fields = [pa.field(c.name, _type(c), metadata={"zh": c.about.zh, "en": c.about.en}) for c in table.columns]
    columns = [
        pa.array([_value(line[place], column) for line in table.lines], type=_type(column))
        for place, column in enumerate(table.columns)
    ]
    schema = pa.schema(fields, metadata={"primary_key": ",".join(table.key)})
    out = BytesIO()
    parquet.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd", version="2.6")
    return out.getvalue()


def _type(column: Column) -> Any:
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    return types[column.type]


def _value(value: Any, column: Column) -> Any:
    if value is None or value == "":
        return None
    if column.type == "string":
        return str(value)
    return float(value) if column.type == "number" else value
