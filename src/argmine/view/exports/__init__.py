"""Answers for other programs: records, bibliographies, graphs of argument, annotations, highlights."""
