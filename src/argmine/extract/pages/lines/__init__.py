"""From characters to printed lines, column by column."""
