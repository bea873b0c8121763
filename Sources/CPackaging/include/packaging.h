#ifndef PACKAGING_H
#define PACKAGING_H

// Who takes the parts of a workbook that libxlsxwriter closes, one after the other.
typedef struct {
  void *context;
  void (*begin)(void *context, const char *name);
  void (*add)(void *context, const void *bytes, unsigned count);
  void (*end)(void *context);
} part_receiver;

// Has the parts of workbooks that are closed on this thread go to a receiver; NULL for nobody.
void receive_parts(const part_receiver *receiver);

#endif
