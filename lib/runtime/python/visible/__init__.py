"""The set-up files of both sides, shown beside a person's code and run as they stand."""
