/* A perfusion rig on libmodbus: frames and replies are libmodbus's; rig and physics are below.
 *
 *   cc -O2 -o rig libmodbus_rig.c $(pkg-config --cflags --libs libmodbus) -lm
 *   ./rig --port PATH [--scale N] [--serial TEXT] [--map-version N] [--real]
 *
 * Speaks docs/link.md at 115 200 Bd 8N1 as unit 1. Nothing optional is fitted. It ends when the port does.
 * --map-version: the map version it claims, 1 unless told. --real: it does not call itself a simulation.
 * (glibc refuses to set a parity on a pty that has been opened before.) */
#include <errno.h>
#include <math.h>
#include <modbus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { STANDBY, PRIME, BYPASS, FILL, CIRCULATE, DRAIN, RINSE };
enum { WATCHDOG = 1, OVER_TEMPERATURE = 2, NO_FLOW = 4 };
enum { COMMAND = 0x0000, TELEMETRY = 0x0100, IDENTIFICATION = 0x0200, END = 0x0218 };
enum { LOWEST_FLOW = 100, HIGHEST_FLOW = 2500, HEATER_W = 2400 };
static const double STEP_S = 0.1, ROOM = 21.0;

static char serial_number[16];
static int scale = 1, map_version = 1, simulated = 1;

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e3 * t.tv_sec + t.tv_nsec / 1e6;
}

static unsigned crc32_step(unsigned crc, unsigned char byte) {
  crc ^= byte;
  for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
  return crc;
}

static unsigned block_crc(const uint16_t *registers, int count, int with_serial_number) {
  unsigned crc = 0xFFFFFFFFu;
  for (int i = 0; with_serial_number && i < 16; i++) crc = crc32_step(crc, serial_number[i]);
  for (int i = 0; i < count; i++) {
    crc = crc32_step(crc, registers[i] >> 8);
    crc = crc32_step(crc, registers[i] & 0xFF);
  }
  return ~crc;
}

static void seal(uint16_t *block, int count, int with_serial_number) {
  unsigned crc = block_crc(block, count, with_serial_number);
  block[count] = crc >> 16;
  block[count + 1] = crc & 0xFFFF;
}

/* The plant: one well-stirred cavity whose two probes lie a little above and below its mean. */
static double reservoir_ml = 6000, reservoir_c = 21, cavity_ml, cavity_c = 36.5, tissue_c = 36.7;
static double inflow_c = 21, outflow_c = 21, flow, heater_w;

/* The rig. */
static int mode, set_flow, limit_centi = 4700, set_centi = 2000, watchdog_ms = 1500, clear_bits;
static int asked_heat, asked_pump, heat_armed, pump_armed, latched, heartbeat, blocks, refused;
static double started_ms, alive_ms, no_flow_s;
static long steps;

static int hot(void) { return 100 * inflow_c >= limit_centi; }
static int heat(void) { return asked_heat && heat_armed && !latched; }
static int pump_stopped(void) { return latched & WATCHDOG && (mode == PRIME || mode == FILL || mode == RINSE); }
static int pump(void) { return asked_pump && pump_armed && !pump_stopped(); }
static int mode_in_force(void) {
  int diverted = latched & OVER_TEMPERATURE && hot();
  return diverted && (mode == FILL || mode == CIRCULATE || mode == RINSE) ? BYPASS : mode;
}
static int running(void) { return mode_in_force() != STANDBY && (heat() || pump()); }
static int overdue(void) { return now_ms() - alive_ms >= watchdog_ms; }

static void latch(int bits) {
  latched |= bits;
  if (latched && asked_heat) heat_armed = 0;
  if (pump_stopped() && asked_pump) pump_armed = 0;
}

static void step(void) {
  int m = mode_in_force(), into = m == FILL || m == CIRCULATE || m == RINSE, out = m == CIRCULATE || m == DRAIN;
  double wanted = pump() && m != STANDBY ? set_flow : 0;
  if (m == DRAIN && cavity_ml < 30) wanted = flow = 0;
  flow += (wanted - flow) * STEP_S / 0.5;
  double mls = flow / 60, joule = 4.15, stream = m == DRAIN ? 0 : joule * mls;
  double source_c = m == RINSE ? 36 : reservoir_c;
  heater_w = heat() ? fmin(HEATER_W, fmax(0, stream * (set_centi / 100.0 - source_c))) : 0;
  if (stream > 0) inflow_c += (source_c + heater_w / stream - inflow_c) * STEP_S / 6;
  inflow_c += (ROOM - inflow_c) * STEP_S / 4000;
  if (cavity_ml > 50 || into) {
    double capacity = joule * fmax(150, cavity_ml);
    double watt = (into ? joule * mls : 0) * (inflow_c - cavity_c) + 45 * (tissue_c - cavity_c);
    tissue_c += (45 * (cavity_c - tissue_c) - 22 * (tissue_c - 36.7)) * STEP_S / 60e3;
    cavity_c += (watt + 2 * (ROOM - cavity_c)) * STEP_S / capacity;
  }
  if (out && mls > 0) outflow_c += (cavity_c - outflow_c) * STEP_S / 10;
  double back = m == CIRCULATE || m == BYPASS || m == PRIME ? mls : 0;
  double back_c = m == CIRCULATE ? outflow_c : inflow_c;
  reservoir_c += back * (back_c - reservoir_c) * STEP_S / fmax(300, reservoir_ml);
  reservoir_ml = fmax(0, reservoir_ml + (back - (m == RINSE || m == DRAIN ? 0 : mls)) * STEP_S);
  cavity_ml = fmax(0, cavity_ml + ((into ? mls : 0) - (out ? mls : 0)) * STEP_S);

  steps++;
  if (hot()) latch(OVER_TEMPERATURE);
  no_flow_s = heat() && set_flow > 0 && flow < 0.1 * set_flow ? no_flow_s + STEP_S : 0;
  if (no_flow_s >= 3) latch(NO_FLOW);
}

/* Real time goes on and the watchdog watches, with or without requests. */
static void look(void) {
  if (running() && overdue()) latch(WATCHDOG);
  while (scale <= 1 && steps * 1000 * STEP_S < now_ms() - started_ms) step();
}

/* A command block whole or not at all: 1 if it was taken. */
static int take(const uint16_t *b) {
  int good = block_crc(b, 8, 1) == ((unsigned)b[8] << 16 | b[9]) && b[2] <= 6 && b[3] >= 2000 && b[3] <= 4600 &&
             b[3] + 50 <= b[5] && (b[4] == 0 || (b[4] >= LOWEST_FLOW && b[4] <= HIGHEST_FLOW)) && b[5] >= 3000 &&
             b[5] <= 4700 && b[6] >= 500 && b[6] <= 5000 && b[7] <= 3;
  if (!good) {
    refused++;
    return 0;
  }
  int first = blocks++ == 0, fresh = first || b[0] != heartbeat;
  if (fresh) alive_ms = now_ms();
  heartbeat = b[0];
  mode = b[2];
  set_centi = b[3];
  set_flow = b[4];
  limit_centi = b[5];
  watchdog_ms = b[6];
  asked_heat = b[1] & 1;
  asked_pump = b[1] >> 1 & 1;
  if (!asked_heat) heat_armed = 1;
  if (!asked_pump) pump_armed = 1;
  clear_bits = b[1] >> 4;
  if (!first && !asked_heat) {
    int persisting = (overdue() ? WATCHDOG : 0) | (hot() ? OVER_TEMPERATURE : 0);
    latched &= ~(clear_bits & ~persisting);
  }
  latch(0);
  if (fresh && scale > 1) step();
  return 1;
}

static uint16_t milli(double celsius) { return lrint(1000 * celsius + rand() % 11 - 5); }

static void tell(uint16_t *t) {
  unsigned uptime = scale > 1 ? 100u * steps : (unsigned)(now_ms() - started_ms);
  memset(t, 0, 26 * sizeof *t);
  t[0] = heartbeat;
  t[1] = latched ? 3 : running() ? 2 : 1;
  t[2] = latched;
  t[4] = milli(inflow_c);
  t[5] = milli(outflow_c);
  t[6] = milli(cavity_c + 0.12);
  t[7] = milli(cavity_c - 0.15);
  t[8] = 0xFFFF;
  t[9] = lrint(flow * (1 + (rand() % 9 - 4) / 1000.0));
  t[10] = 0x8000;
  t[11] = heat() ? lrint(1000 * heater_w / HEATER_W) : 0;
  t[12] = lrint(flow);
  t[13] = 0xFFFF;
  t[14] = mode_in_force();
  t[15] = set_centi;
  t[16] = set_flow;
  t[17] = uptime >> 16;
  t[18] = uptime & 0xFFFF;
  t[19] = refused;
  t[20] = limit_centi;
  t[21] = heat() | pump() << 1 | clear_bits << 4;
  seal(t, 24, 1);
}

static void identify(uint16_t *id) {
  id[0] = map_version;
  id[1] = simulated << 15;
  for (int i = 0; i < 8; i++) id[2 + i] = (uint16_t)((unsigned char)serial_number[2 * i] << 8 | (unsigned char)serial_number[2 * i + 1]);
  id[10] = 'c' << 8 | '-';
  id[11] = '1' << 8;
  id[18] = LOWEST_FLOW;
  id[19] = HIGHEST_FLOW;
  id[20] = HEATER_W;
  id[21] = scale;
  seal(id, 22, 0);
}

static int inside(int address, int count) {
  static const int areas[][2] = {{COMMAND, 10}, {TELEMETRY, 26}, {IDENTIFICATION, 24}};
  for (int i = 0; i < 3; i++)
    if (count > 0 && address >= areas[i][0] && address + count <= areas[i][0] + areas[i][1]) return 1;
  return 0;
}

/* The exception to answer with, or 0. `pdu` begins with the function. */
static int judge(const uint8_t *pdu) {
#define WORD(i) (pdu[i] << 8 | pdu[(i) + 1])
  if (pdu[0] != MODBUS_FC_READ_HOLDING_REGISTERS && pdu[0] != MODBUS_FC_WRITE_AND_READ_REGISTERS)
    return MODBUS_EXCEPTION_ILLEGAL_FUNCTION;
  if (!inside(WORD(1), WORD(3))) return MODBUS_EXCEPTION_ILLEGAL_DATA_ADDRESS;
  if (pdu[0] == MODBUS_FC_READ_HOLDING_REGISTERS) return 0;
  if (WORD(5) != COMMAND || WORD(7) != 10) return MODBUS_EXCEPTION_ILLEGAL_DATA_ADDRESS;
  uint16_t block[10];
  for (int i = 0; i < 10; i++) block[i] = WORD(10 + 2 * i);
  return take(block) ? 0 : MODBUS_EXCEPTION_ILLEGAL_DATA_VALUE;
}

int main(int argc, char **argv) {
  const char *port = NULL, *name = "LIBMODBUS-7";
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--real")) simulated = 0;
    if (i + 1 == argc) break;
    if (!strcmp(argv[i], "--port")) port = argv[i + 1];
    if (!strcmp(argv[i], "--scale")) scale = atoi(argv[i + 1]);
    if (!strcmp(argv[i], "--serial")) name = argv[i + 1];
    if (!strcmp(argv[i], "--map-version")) map_version = atoi(argv[i + 1]);
  }
  if (!port) {
    fprintf(stderr, "usage: %s --port PATH [--scale N] [--serial TEXT] [--map-version N] [--real]\n", argv[0]);
    return 2;
  }
  for (int i = 0; i < 16 && name[i]; i++) serial_number[i] = name[i];

  modbus_t *bus = modbus_new_rtu(port, 115200, 'N', 8, 1);
  modbus_set_slave(bus, 1);
  modbus_set_indication_timeout(bus, 0, 50000);
  if (modbus_connect(bus) == -1) {
    fprintf(stderr, "libmodbus rig: %s does not open: %s\n", port, modbus_strerror(errno));
    return 1;
  }
  modbus_mapping_t *map = modbus_mapping_new(0, 0, END, 0);
  started_ms = alive_ms = now_ms();
  identify(map->tab_registers + IDENTIFICATION);
  printf("libmodbus rig %s on %s, scale %d\n", name, port, scale);
  fflush(stdout);

  uint8_t query[MODBUS_RTU_MAX_ADU_LENGTH];
  for (;;) {
    int length = modbus_receive(bus, query);
    look();
    if (length == -1 && (errno == EIO || errno == EBADF || errno == ECONNRESET)) break;
    if (length == -1 && errno != ETIMEDOUT) modbus_flush(bus);
    if (length <= 0) continue;
    int exception = judge(query + 1);
    tell(map->tab_registers + TELEMETRY);
    if (exception)
      modbus_reply_exception(bus, query, exception);
    else
      modbus_reply(bus, query, length, map);
  }
  fprintf(stderr, "libmodbus rig: %s closed\n", port);
  return 1;
}
