"""The names of months and weekdays that the reader of dates knows."""
