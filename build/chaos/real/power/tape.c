/*
 * Preloaded into a program, this writes down what it does to the files of a journal, in order: every write with its
 * bytes, every cut, sync, creation and removal. Format: tape.ts. Linux, glibc.
 *
 * TAPE: the file written to. TAPE_FOLDER: only files in it, not in folders of it, whose name begins with TAPE_NAME are taken down.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { opened = 1, wrote = 2, cut = 3, synced = 4, removed = 5, folder_synced = 6 };

enum { most_fds = 4096 };
/* 0: none of ours; else the number of the file, from 1; -1: the folder. */
static int file_of[most_fds];
static struct { dev_t device; ino_t inode; } seen[most_fds];
static int files = 0;
static int tape = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The next one of that name: what would have been called without this file. */
#define REAL(type, name, ...)                                                                                          \
  static type (*real)(__VA_ARGS__) = NULL;                                                                             \
  if (real == NULL) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t plain_write(int fd, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  return real(fd, bytes, count);
}

static int plain_open(const char *path, int flags, mode_t mode) {
  REAL(int, "open", const char *, int, ...);
  return real(path, flags, mode);
}

/* A tape with a hole proves nothing: the program ends instead. */
static void put(const void *bytes, size_t count) {
  const char *at = bytes;
  while (count > 0) {
    ssize_t done = plain_write(tape, at, count);
    if (done <= 0) {
      fprintf(stderr, "the tape could not be written\n");
      _exit(70);
    }
    at += done;
    count -= (size_t)done;
  }
}

static void record(uint8_t what, uint32_t file, int64_t offset, const void *bytes, uint32_t count) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  struct __attribute__((packed)) {
    uint8_t what;
    uint32_t file;
    int64_t offset;
    int64_t ns;
    uint32_t count;
  } head = {what, file, offset, now.tv_sec * 1000000000LL + now.tv_nsec, count};
  put(&head, sizeof head);
  if (count > 0) put(bytes, count);
}

static int ready(void) {
  if (tape >= 0) return 1;
  const char *path = getenv("TAPE");
  if (path == NULL) return 0;
  tape = plain_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  return tape >= 0;
}

static int is_ours(const char *path) {
  const char *folder = getenv("TAPE_FOLDER");
  const char *name = getenv("TAPE_NAME");
  if (folder == NULL || name == NULL || strncmp(path, folder, strlen(folder)) != 0) return 0;
  /* A record of its own beneath it, as of what is told to the machine after the run, is another. */
  if (strchr(path + strlen(folder) + (path[strlen(folder)] == '/'), '/') != NULL) return 0;
  const char *last = strrchr(path, '/');
  last = last == NULL ? path : last + 1;
  size_t length = strlen(last);
  /* The index of the log is memory of the processes that have it open, and made anew after a crash. */
  if (length > 4 && strcmp(last + length - 4, "-shm") == 0) return 0;
  return strncmp(last, name, strlen(name)) == 0;
}

static int is_folder(const char *path) {
  const char *folder = getenv("TAPE_FOLDER");
  struct stat found;
  return folder != NULL && strncmp(path, folder, strlen(folder)) == 0 && stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static void keep(int fd, const char *path, int flags, int was_there) {
  if (fd < 0 || fd >= most_fds) return;
  pthread_mutex_lock(&lock);
  file_of[fd] = 0;
  if (is_ours(path) && (flags & O_ACCMODE) != O_RDONLY && ready()) {
    files += 1;
    file_of[fd] = files;
    struct stat found;
    if (fstat(fd, &found) == 0) {
      seen[fd].device = found.st_dev;
      seen[fd].inode = found.st_ino;
    }
    record(opened, (uint32_t)files, !was_there || (flags & O_TRUNC), path, (uint32_t)strlen(path));
  } else if (is_folder(path)) {
    file_of[fd] = -1;
  }
  pthread_mutex_unlock(&lock);
}

static int open_any(const char *path, int flags, mode_t mode) {
  int was_there = access(path, F_OK) == 0;
  int fd = plain_open(path, flags, mode);
  keep(fd, path, flags, was_there);
  return fd;
}

static mode_t mode_in(int flags, va_list more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_in(flags, more);
  va_end(more);
  return open_any(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_in(flags, more);
  va_end(more);
  return open_any(path, flags | O_LARGEFILE, mode);
}

/* A thread that ends has its files closed past this one, and something else gets their numbers. */
static int is_still(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 && found.st_dev == seen[fd].device && found.st_ino == seen[fd].inode;
}

static int our(int fd) {
  if (fd < 0 || fd >= most_fds) return 0;
  if (file_of[fd] > 0 && !is_still(fd)) file_of[fd] = 0;
  return file_of[fd];
}

int close(int fd) {
  REAL(int, "close", int);
  if (our(fd) != 0) file_of[fd] = 0;
  return real(fd);
}

static void took(int fd, const void *bytes, ssize_t done, off_t offset) {
  if (done <= 0) return;
  pthread_mutex_lock(&lock);
  record(wrote, (uint32_t)our(fd), offset, bytes, (uint32_t)done);
  pthread_mutex_unlock(&lock);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  if (our(fd) <= 0) return plain_write(fd, bytes, count);
  off_t offset = lseek(fd, 0, SEEK_CUR);
  ssize_t done = plain_write(fd, bytes, count);
  took(fd, bytes, done, offset);
  return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  ssize_t done = real(fd, bytes, count, offset);
  if (our(fd) > 0) took(fd, bytes, done, offset);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  ssize_t done = real(fd, bytes, count, offset);
  if (our(fd) > 0) took(fd, bytes, done, offset);
  return done;
}

static int cut_to(int fd, off_t size, int result) {
  if (result == 0 && our(fd) > 0) {
    pthread_mutex_lock(&lock);
    record(cut, (uint32_t)our(fd), size, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  return result;
}

int ftruncate(int fd, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  return cut_to(fd, size, real(fd, size));
}

int ftruncate64(int fd, off64_t size) {
  REAL(int, "ftruncate64", int, off64_t);
  return cut_to(fd, size, real(fd, size));
}

static int synced_now(int fd, int result) {
  int file = our(fd);
  if (result == 0 && file != 0) {
    pthread_mutex_lock(&lock);
    record(file > 0 ? synced : folder_synced, file > 0 ? (uint32_t)file : 0, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  return result;
}

int fsync(int fd) {
  REAL(int, "fsync", int);
  return synced_now(fd, real(fd));
}

int fdatasync(int fd) {
  REAL(int, "fdatasync", int);
  return synced_now(fd, real(fd));
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  int result = real(path);
  if (result == 0 && is_ours(path) && ready()) {
    pthread_mutex_lock(&lock);
    record(removed, 0, 0, path, (uint32_t)strlen(path));
    pthread_mutex_unlock(&lock);
  }
  return result;
}
