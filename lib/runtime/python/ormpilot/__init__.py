"""What runs a person's ORM code and records every statement it sends."""
