"""What a server needs beside the app: proxy, service unit, examples, and the audit of packages."""
