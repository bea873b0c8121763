// The client library of PostgreSQL, opened when it is first needed: an office whose store is a
// file needs none, and its runs do not wait for the twenty libraries that libpq brings along.
#ifndef JIBAO_POSTGRES_SHIM_H
#define JIBAO_POSTGRES_SHIM_H

#include <dlfcn.h>
#include <stddef.h>
#include <postgresql/libpq-fe.h>

// Each function that is used: its name here, its symbol. The types are the header's.
#define POSTGRES_FUNCTIONS(FUNCTION) \
  FUNCTION(parseAddress, PQconninfoParse) \
  FUNCTION(freeAddress, PQconninfoFree) \
  FUNCTION(freeMemory, PQfreemem) \
  FUNCTION(connect, PQconnectdbParams) \
  FUNCTION(status, PQstatus) \
  FUNCTION(transactionStatus, PQtransactionStatus) \
  FUNCTION(needsPassword, PQconnectionNeedsPassword) \
  FUNCTION(errorMessage, PQerrorMessage) \
  FUNCTION(finish, PQfinish) \
  FUNCTION(execute, PQexecParams) \
  FUNCTION(send, PQsendQueryParams) \
  FUNCTION(setSingleRowMode, PQsetSingleRowMode) \
  FUNCTION(nextResult, PQgetResult) \
  FUNCTION(getCancel, PQgetCancel) \
  FUNCTION(cancel, PQcancel) \
  FUNCTION(freeCancel, PQfreeCancel) \
  FUNCTION(prepare, PQprepare) \
  FUNCTION(describePrepared, PQdescribePrepared) \
  FUNCTION(resultStatus, PQresultStatus) \
  FUNCTION(errorField, PQresultErrorField) \
  FUNCTION(clear, PQclear) \
  FUNCTION(rowCount, PQntuples) \
  FUNCTION(columnCount, PQnfields) \
  FUNCTION(columnName, PQfname) \
  FUNCTION(columnType, PQftype) \
  FUNCTION(isNull, PQgetisnull) \
  FUNCTION(length, PQgetlength) \
  FUNCTION(value, PQgetvalue) \
  FUNCTION(changedRows, PQcmdTuples) \
  FUNCTION(putCopyData, PQputCopyData) \
  FUNCTION(putCopyEnd, PQputCopyEnd) \
  FUNCTION(setNoticeReceiver, PQsetNoticeReceiver)

struct postgres_library {
#define FUNCTION(name, symbol) __typeof__(&symbol) name;
  POSTGRES_FUNCTIONS(FUNCTION)
#undef FUNCTION
};

// Opens the library and looks up its functions; 0 where it, or one of them, is not there.
static inline int postgres_library_open(struct postgres_library *library) {
  void *handle = dlopen("libpq.so.5", RTLD_NOW);
  if (handle == NULL) return 0;
#define FUNCTION(name, symbol) \
  library->name = (__typeof__(&symbol))dlsym(handle, #symbol); \
  if (library->name == NULL) return 0;
  POSTGRES_FUNCTIONS(FUNCTION)
#undef FUNCTION
  return 1;
}

#endif
