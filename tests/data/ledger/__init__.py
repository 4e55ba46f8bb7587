"""Tests of the ledger: no loss of what was acknowledged is silent."""
