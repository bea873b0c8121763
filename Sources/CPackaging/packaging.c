// What libxlsxwriter calls to keep the parts of a workbook and to pack them.
//
// The library keeps each part in a temporary file, ignores what fails there, and has libminizip pack
// a part that a full disk cut off as if it were whole. The functions here bear the names of those
// that it calls, and a program's own come before those of libraries: parts stand in memory, and go
// from there to a receiver that checks, packs and writes them.

#define _GNU_SOURCE
#include "packaging.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local const part_receiver *current;

void receive_parts(const part_receiver *receiver) { current = receiver; }

// A file in memory. One that could not grow has nothing to read.
typedef struct {
  char *bytes;
  size_t count, room, place;
  int has_failed;
} memory_file;

static ssize_t read_memory(void *cookie, char *buffer, size_t size) {
  memory_file *file = cookie;
  if (file->has_failed) return -1;
  size_t rest = file->count - file->place;
  if (size > rest) size = rest;
  if (size > 0) memcpy(buffer, file->bytes + file->place, size);
  file->place += size;
  return (ssize_t)size;
}

static ssize_t write_memory(void *cookie, const char *buffer, size_t size) {
  memory_file *file = cookie;
  size_t end = file->place + size;
  if (end > file->room) {
    size_t room = file->room ? file->room : 1 << 16;
    while (room < end) room *= 2;
    char *bytes = realloc(file->bytes, room);
    if (!bytes) {
      file->has_failed = 1;
      return 0;
    }
    file->bytes = bytes;
    file->room = room;
  }
  memcpy(file->bytes + file->place, buffer, size);
  file->place = end;
  if (end > file->count) file->count = end;
  return (ssize_t)size;
}

static int seek_memory(void *cookie, off64_t *offset, int whence) {
  memory_file *file = cookie;
  off64_t base = whence == SEEK_SET ? 0 : (off64_t)(whence == SEEK_CUR ? file->place : file->count);
  off64_t place = base + *offset;
  if (place < 0 || (size_t)place > file->count) return -1;
  file->place = (size_t)place;
  *offset = place;
  return 0;
}

static int close_memory(void *cookie) {
  memory_file *file = cookie;
  free(file->bytes);
  free(file);
  return 0;
}

// libxlsxwriter: where a part is kept until it is packed.
FILE *lxw_tmpfile(char *folder) {
  (void)folder;
  memory_file *file = calloc(1, sizeof *file);
  if (!file) return NULL;
  cookie_io_functions_t functions = {read_memory, write_memory, seek_memory, close_memory};
  FILE *stream = fopencookie(file, "w+", functions);
  if (!stream) free(file);
  return stream;
}

// libminizip, as far as libxlsxwriter uses it. A receiver keeps its own failures and tells them when
// the workbook is closed; the library would only print a line about them.
void *zipOpen(const char *path, int append) {
  (void)path;
  (void)append;
  return (void *)current;
}

int zipOpenNewFileInZip4_64(
    void *zip, const char *name, const void *information, const void *local_field,
    unsigned local_size, const void *global_field, unsigned global_size, const char *comment,
    int method, int level, int is_raw, int window_bits, int memory_level, int strategy,
    const char *password, unsigned long password_checksum, unsigned long version,
    unsigned long flags, int is_zip64) {
  (void)information, (void)local_field, (void)local_size, (void)global_field, (void)global_size;
  (void)comment, (void)method, (void)level, (void)is_raw, (void)window_bits, (void)memory_level;
  (void)strategy, (void)password, (void)password_checksum, (void)version, (void)flags;
  (void)is_zip64;
  const part_receiver *receiver = zip;
  receiver->begin(receiver->context, name);
  return 0;
}

int zipWriteInFileInZip(void *zip, const void *bytes, unsigned count) {
  const part_receiver *receiver = zip;
  receiver->add(receiver->context, bytes, count);
  return 0;
}

int zipCloseFileInZip(void *zip) {
  const part_receiver *receiver = zip;
  receiver->end(receiver->context);
  return 0;
}

int zipClose(void *zip, const char *comment) {
  (void)zip;
  (void)comment;
  return 0;
}
