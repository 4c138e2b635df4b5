/*
 * A disk that fails, for one program: loaded before the C library (LD_PRELOAD), it stands between the program and what
 * it writes to the files of one folder, and does as the order file says: "full", "read-only", "hang", "slow <ms>", or
 * nothing. One that hangs answers nobody who opens or looks for a file there either. Each call it took part in leaves a byte in "<order file>.hits".
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static char order_file[4096];
static char hits_file[4096];
static char folder[4096];

/* What the program starts (Chromium, with its sandbox) is left alone. */
__attribute__((constructor)) static void begin(void) {
  const char *order = getenv("ISOTHERM_CHAOS_DISK_ORDER");
  const char *where = getenv("ISOTHERM_CHAOS_DISK_FOLDER");
  if (order == NULL || where == NULL) return;
  snprintf(order_file, sizeof order_file, "%s", order);
  snprintf(hits_file, sizeof hits_file, "%.4000s.hits", order);
  snprintf(folder, sizeof folder, "%s", where);
  unsetenv("LD_PRELOAD");
}

/* Straight to the kernel: the functions below must not meet themselves. */
static void read_order(char *text, size_t size) {
  text[0] = 0;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, order_file, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  long got = syscall(SYS_read, fd, text, size - 1);
  text[got > 0 ? got : 0] = 0;
  syscall(SYS_close, fd);
}

static void leave_hit(void) {
  int fd = (int)syscall(SYS_openat, AT_FDCWD, hits_file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return;
  syscall(SYS_write, fd, ".", 1);
  syscall(SYS_close, fd);
}

static void wait_ms(long ms) {
  struct timespec left = {ms / 1000, (ms % 1000) * 1000000L};
  while (nanosleep(&left, &left) != 0 && errno == EINTR) {
  }
}

static int is_ours(int fd) {
  char link[64], path[4096];
  if (folder[0] == 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

/* What the call is to fail with; 0: it may go on, now. */
static int disk(int fd, int is_sync) {
  char order[64];
  if (order_file[0] == 0) return 0;
  read_order(order, sizeof order);
  if (order[0] == 0 || !is_ours(fd)) return 0;
  if (strncmp(order, "hang", 4) == 0) {
    leave_hit();
    while (strncmp(order, "hang", 4) == 0) {
      wait_ms(10);
      read_order(order, sizeof order);
    }
    return 0;
  }
  if (strncmp(order, "slow ", 5) == 0) {
    if (!is_sync) return 0;
    leave_hit();
    wait_ms(atol(order + 5));
    return 0;
  }
  leave_hit();
  return strncmp(order, "full", 4) == 0 ? ENOSPC : EROFS;
}

static void hang_for(const char *path) {
  char order[64];
  if (order_file[0] == 0 || folder[0] == 0 || path == NULL) return;
  if (strncmp(path, folder, strlen(folder)) != 0) return;
  read_order(order, sizeof order);
  if (strncmp(order, "hang", 4) == 0) leave_hit();
  while (strncmp(order, "hang", 4) == 0) {
    wait_ms(10);
    read_order(order, sizeof order);
  }
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define GUARD(fd, is_sync)        \
  int why = disk(fd, is_sync);    \
  if (why != 0) {                 \
    errno = why;                  \
    return -1;                    \
  }

ssize_t write(int fd, const void *bytes, size_t count) {
  static ssize_t (*real)(int, const void *, size_t);
  if (real == NULL) real = REAL(write);
  GUARD(fd, 0)
  return real(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (real == NULL) real = REAL(pwrite);
  GUARD(fd, 0)
  return real(fd, bytes, count, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (real == NULL) real = REAL(pwrite64);
  GUARD(fd, 0)
  return real(fd, bytes, count, offset);
}

int ftruncate(int fd, off_t length) {
  static int (*real)(int, off_t);
  if (real == NULL) real = REAL(ftruncate);
  GUARD(fd, 0)
  return real(fd, length);
}

int ftruncate64(int fd, off64_t length) {
  static int (*real)(int, off64_t);
  if (real == NULL) real = REAL(ftruncate64);
  GUARD(fd, 0)
  return real(fd, length);
}

int fsync(int fd) {
  static int (*real)(int);
  if (real == NULL) real = REAL(fsync);
  GUARD(fd, 1)
  return real(fd);
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (real == NULL) real = REAL(fdatasync);
  GUARD(fd, 1)
  return real(fd);
}

int open(const char *path, int flags, ...) {
  static int (*real)(const char *, int, ...);
  va_list more;
  va_start(more, flags);
  int mode = va_arg(more, int);
  va_end(more);
  if (real == NULL) real = REAL(open);
  hang_for(path);
  return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  static int (*real)(const char *, int, ...);
  va_list more;
  va_start(more, flags);
  int mode = va_arg(more, int);
  va_end(more);
  if (real == NULL) real = REAL(open64);
  hang_for(path);
  return real(path, flags, mode);
}

int statx(int at, const char *path, int flags, unsigned mask, struct statx *found) {
  hang_for(path);
  return (int)syscall(SYS_statx, at, path, flags, mask, found);
}

int access(const char *path, int mode) {
  static int (*real)(const char *, int);
  if (real == NULL) real = REAL(access);
  hang_for(path);
  return real(path, mode);
}
