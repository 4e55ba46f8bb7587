"""Where the figures come from and what they mean."""
