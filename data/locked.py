"""How every database file is opened: nothing outside it can be read, fetched or changed by SQL."""

LOCKED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "python_scan_all_frames": "false",
    "memory_limit": "2GB",
    "threads": "2",
    "lock_configuration": "true",
}
