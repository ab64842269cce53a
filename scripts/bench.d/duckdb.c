/* Runs one SQL statement in DuckDB on all cores and prints the first cell of the answer: the quickest way in. */
#include <stdio.h>

typedef void *handle;
typedef struct { char room[256]; } result;
int duckdb_open(const char *path, handle *database);
int duckdb_connect(handle database, handle *connection);
int duckdb_query(handle connection, const char *sql, result *answer);
const char *duckdb_result_error(result *answer);
char *duckdb_value_varchar(result *answer, unsigned long column, unsigned long row);

int main(int argc, char **argv) {
    handle database, connection;
    result answer;
    if (argc != 2 || duckdb_open(NULL, &database) || duckdb_connect(database, &connection)) {
        return 2;
    }
    if (duckdb_query(connection, argv[1], &answer)) {
        fprintf(stderr, "%s\n", duckdb_result_error(&answer));
        return 1;
    }
    char *text = duckdb_value_varchar(&answer, 0, 0);
    puts(text ? text : "");
    return 0;
}
