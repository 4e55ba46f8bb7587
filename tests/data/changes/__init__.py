"""Changes by administrators."""
