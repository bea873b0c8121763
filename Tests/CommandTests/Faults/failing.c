// Loaded before the C library: lets one write below a folder fail, or all threads.
//
// FAIL_BELOW    part of the paths that count; FAIL_AT the write that fails, counted from 1
// FAIL_HOW      the error number; "short" writes half of the bytes, "lost" none and says all
// FAIL_COUNT    a file that gets the number of writes that there were
// FAIL_THREADS  no thread can be made
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int counted;

static int counts(int fd) {
  const char *below = getenv("FAIL_BELOW");
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (!below || length < 0) return 0;
  path[length] = 0;
  return strstr(path, below) != NULL;
}

static ssize_t fail_or(int fd, const void *bytes, size_t size, long call, off_t offset) {
  if (counts(fd)) {
    int number = __sync_add_and_fetch(&counted, 1);
    const char *at = getenv("FAIL_AT"), *how = getenv("FAIL_HOW");
    if (at && how && number == atoi(at)) {
      if (!strcmp(how, "lost")) return (ssize_t)size;
      if (!strcmp(how, "short")) size = (size + 1) / 2;
      else {
        errno = atoi(how);
        return -1;
      }
    }
  }
  return call == SYS_write ? syscall(SYS_write, fd, bytes, size)
                           : syscall(SYS_pwrite64, fd, bytes, size, offset);
}

ssize_t write(int fd, const void *bytes, size_t size) {
  return fail_or(fd, bytes, size, SYS_write, 0);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
  return fail_or(fd, bytes, size, SYS_pwrite64, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
  return fail_or(fd, bytes, size, SYS_pwrite64, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (counts(fd) && count > 0) return fail_or(fd, parts[0].iov_base, parts[0].iov_len, SYS_write, 0);
  return syscall(SYS_writev, fd, parts, count);
}

static int no_thread(void) { return getenv("FAIL_THREADS") != NULL; }

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *), void *argument) {
  static int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
  if (no_thread()) return EAGAIN;
  if (!create) create = dlsym(RTLD_NEXT, "pthread_create");
  return create(thread, attributes, body, argument);
}

__attribute__((destructor)) static void say(void) {
  const char *path = getenv("FAIL_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d\n", counted);
  fclose(file);
}
