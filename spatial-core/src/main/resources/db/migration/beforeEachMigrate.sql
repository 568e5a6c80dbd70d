-- Who waits for an exclusive lock makes everybody else wait behind them: no upgrade does so for long.
SET LOCAL lock_timeout = '${patience}';
