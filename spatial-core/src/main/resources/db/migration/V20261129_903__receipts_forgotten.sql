-- Receipts older than the operator wants to keep them are forgotten (KENT_RECEIPTS_YEARS).
GRANT DELETE ON exchange.receipt, exchange.receipt_map TO kent_desk;
