/* A master on libmodbus: reads a rig's blocks and tries what a rig must refuse; prints one line for each.
 *
 *   cc -o master libmodbus_master.c $(pkg-config --cflags --libs libmodbus)
 *   ./master --port PATH [hexadecimal command block, 40 digits]...
 *
 * Lines: "name: words in hexadecimal" or "name: exception N". */
#include <errno.h>
#include <modbus.h>
#include <stdio.h>
#include <string.h>

static void tell(const char *name, int result, const uint16_t *words) {
  printf("%s:", name);
  if (result == -1 && errno > MODBUS_ENOBASE && errno <= MODBUS_ENOBASE + 11) printf(" exception %d", errno - MODBUS_ENOBASE);
  else if (result == -1) printf(" %s", modbus_strerror(errno));
  for (int i = 0; words && i < result; i++) printf(" %04x", words[i]);
  printf("\n");
}

int main(int argc, char **argv) {
  if (argc < 3 || strcmp(argv[1], "--port")) {
    fprintf(stderr, "usage: %s --port PATH [command block]...\n", argv[0]);
    return 2;
  }
  modbus_t *bus = modbus_new_rtu(argv[2], 115200, 'N', 8, 1);
  modbus_set_slave(bus, 1);
  modbus_set_response_timeout(bus, 1, 0);
  if (modbus_connect(bus) == -1) {
    fprintf(stderr, "libmodbus master: %s does not open: %s\n", argv[2], modbus_strerror(errno));
    return 1;
  }
  uint16_t words[125];
  uint8_t bits[8];
  tell("identification", modbus_read_registers(bus, 0x0200, 24, words), words);
  tell("telemetry", modbus_read_registers(bus, 0x0100, 26, words), words);
  tell("outside", modbus_read_registers(bus, 0x0300, 1, words), words);
  tell("across", modbus_read_registers(bus, 0x0100, 27, words), words);
  tell("input-registers", modbus_read_input_registers(bus, 0x0100, 26, words), words);
  tell("coils", modbus_read_bits(bus, 0, 8, bits), NULL);
  tell("write-register", modbus_write_register(bus, 1, 3), NULL);
  tell("write-registers", modbus_write_registers(bus, 0, 10, words), NULL);
  for (int i = 3; i < argc; i++) {
    uint16_t block[10];
    unsigned word;
    for (int r = 0; r < 10; r++) block[r] = sscanf(argv[i] + 4 * r, "%4x", &word) == 1 ? word : 0;
    tell("command", modbus_write_and_read_registers(bus, 0, 10, block, 0x0100, 26, words), words);
  }
  modbus_close(bus);
  modbus_free(bus);
  return 0;
}
