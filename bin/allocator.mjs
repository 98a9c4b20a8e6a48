/**
 * DuckDB's allocator returns memory to the system as soon as a statement ends and asks for it again at the next
 * one, page by page. Kept for ten seconds, it saves a tenth to a fifth of an ingestion's time. Read by the library
 * when it is loaded: imported before anything else. Where DuckDB comes without jemalloc, nothing reads it.
 */
process.env.DUCKDB_JE_MALLOC_CONF ??= 'dirty_decay_ms:10000,muzzy_decay_ms:0';
