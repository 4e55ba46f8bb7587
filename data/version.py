"""Which version of the dashboard this is; CHANGELOG.md says what each brought."""

VERSION = "0.6.0"
