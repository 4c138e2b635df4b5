#!/usr/bin/python3
"""A perfusion rig on pymodbus: frames, functions and data store are pymodbus's; rig and physics are below.

Usage: /usr/bin/python3 pymodbus_rig.py --port PATH [--scale N] [--serial TEXT]

Speaks docs/link.md at 115 200 Bd 8N1 as unit 1. Everything is fitted. It ends when the port does.
"""
import argparse
import random
import struct
import sys
import time
import zlib

import serial
from pymodbus.datastore import ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.factory import ServerDecoder
from pymodbus.pdu import ModbusExceptions
from pymodbus.transaction import ModbusRtuFramer

STANDBY, PRIME, BYPASS, FILL, CIRCULATE, DRAIN, RINSE = range(7)
WATCHDOG, OVER_TEMPERATURE, NO_FLOW = 1, 2, 4
NO_VALUE = 0xFFFF
LOWEST_FLOW, HIGHEST_FLOW, HEATER_W = 50, 3000, 2000
COMMAND, TELEMETRY, IDENTIFICATION = 0x0000, 0x0100, 0x0200
STEP_S = 0.1


def sealed(registers, serial_number=b""):
    """The registers, and their CRC-32 over the serial number and themselves, high word first."""
    crc = zlib.crc32(serial_number + struct.pack(f">{len(registers)}H", *registers))
    return registers + [crc >> 16, crc & 0xFFFF]


class Plant:
    """Reservoir, heater, a cavity of two compartments, tissue and core; heat flows in W, volumes in mL."""

    JOULE = 4.18  # per mL and K

    def __init__(self):
        self.reservoir_ml, self.reservoir_c = 5000.0, 22.0
        self.cavity_ml, self.upper_c, self.lower_c = 0.0, 36.4, 36.6
        self.tissue_c, self.core_c = 36.8, 36.8
        self.inflow_c, self.outflow_c = 22.0, 22.0
        self.flow, self.outflow, self.heater_w = 0.0, 0.0, 0.0

    def step(self, mode, set_flow, set_celsius, heat):
        """One step of STEP_S seconds."""
        self.flow += (set_flow - self.flow) * STEP_S / 0.6
        empty = mode == DRAIN and self.cavity_ml < 20
        flow = self.flow / 60 if not empty else 0.0  # mL/s
        into_cavity = flow if mode in (FILL, CIRCULATE, RINSE) else 0.0
        self.outflow = 60 * flow if mode in (CIRCULATE, DRAIN) else 0.0
        out_of_cavity = self.outflow / 60
        if empty:
            self.flow = 0.0

        source_c = 37.0 if mode == RINSE else self.reservoir_c
        stream = self.JOULE * flow if mode != DRAIN else 0.0  # W/K
        self.heater_w = min(HEATER_W, max(0.0, stream * (set_celsius - source_c))) if heat else 0.0
        if stream > 0:
            self.inflow_c += (source_c + self.heater_w / stream - self.inflow_c) * STEP_S / 4
        self.inflow_c += (22 - self.inflow_c) * STEP_S / 3000

        if self.cavity_ml > 50 or into_cavity > 0:
            half = self.JOULE * max(100.0, self.cavity_ml) / 2  # J/K
            wall, room = 20.0, 1.5  # W/K for each compartment
            warm = self.JOULE * into_cavity
            mixing = 40.0 + 0.5 * self.JOULE * flow
            for name, share, other in (("upper_c", 0.6, self.lower_c), ("lower_c", 0.4, self.upper_c)):
                here = getattr(self, name)
                watt = share * warm * (self.inflow_c - here) + mixing * (other - here)
                watt += wall * (self.tissue_c - here) + room * (22 - here)
                setattr(self, name, here + watt * STEP_S / half)
                self.tissue_c += wall * (here - self.tissue_c) * STEP_S / 40_000
        self.tissue_c += 25 * (self.core_c - self.tissue_c) * STEP_S / 40_000
        self.core_c += (25 * (self.tissue_c - self.core_c) - 30 * (self.core_c - 36.8)) * STEP_S / 250_000

        if out_of_cavity > 0:
            drawn_c = 0.4 * self.upper_c + 0.6 * self.lower_c
            self.outflow_c += (drawn_c - self.outflow_c) * STEP_S / 8
        back = {CIRCULATE: out_of_cavity, BYPASS: flow, PRIME: flow}.get(mode, 0.0)
        back_c = self.outflow_c if mode == CIRCULATE else self.inflow_c
        self.reservoir_c += back * (back_c - self.reservoir_c) * STEP_S / max(200.0, self.reservoir_ml)
        drawn = flow if mode in (PRIME, BYPASS, FILL, CIRCULATE) else 0.0
        self.reservoir_ml = max(0.0, self.reservoir_ml + (back - drawn) * STEP_S)
        self.cavity_ml = max(0.0, self.cavity_ml + (into_cavity - out_of_cavity) * STEP_S)


class Rig:
    """What is in force, what is latched, and the three blocks."""

    def __init__(self, serial_number, scale):
        self.serial_bytes = serial_number.encode("ascii").ljust(16, b"\0")[:16]
        self.scale = scale
        self.plant = Plant()
        self.noise = random.Random(1)
        self.started = self.alive = time.monotonic()
        self.steps = self.blocks = self.refused = self.heartbeat = self.latched = 0
        self.mode, self.set_celsius, self.set_flow, self.limit, self.watchdog_ms = STANDBY, 20.0, 0, 47.0, 1500
        self.asked_heat = self.asked_pump = self.heat_armed = self.pump_armed = False
        self.clear_bits = 0
        self.no_flow_s = 0.0

    @property
    def heat(self):
        return self.asked_heat and self.heat_armed and self.latched == 0

    @property
    def pump_stopped(self):
        return bool(self.latched & WATCHDOG) and self.mode in (PRIME, FILL, RINSE)

    @property
    def pump(self):
        return self.asked_pump and self.pump_armed and not self.pump_stopped

    @property
    def mode_in_force(self):
        hot = self.latched & OVER_TEMPERATURE and self.plant.inflow_c >= self.limit
        return BYPASS if hot and self.mode in (FILL, CIRCULATE, RINSE) else self.mode

    @property
    def running(self):
        return self.mode_in_force != STANDBY and (self.heat or self.pump)

    def overdue(self):
        return (time.monotonic() - self.alive) * 1000 >= self.watchdog_ms

    def latch(self, bits):
        self.latched |= bits
        if bits and self.asked_heat:
            self.heat_armed = False
        if self.pump_stopped and self.asked_pump:
            self.pump_armed = False

    def take(self, block):
        """A command block whole or not at all: True if it was taken."""
        heartbeat, control, mode, setpoint, flow, limit, watchdog, annunciator = block[:8]
        good = (
            sealed(block[:8], self.serial_bytes) == block
            and mode <= 6
            and 2000 <= setpoint <= 4600
            and setpoint <= limit - 50
            and (flow == 0 or LOWEST_FLOW <= flow <= HIGHEST_FLOW)
            and 3000 <= limit <= 4700
            and 500 <= watchdog <= 5000
            and annunciator <= 3
        )
        if not good:
            self.refused += 1
            return False
        fresh = self.blocks == 0 or heartbeat != self.heartbeat
        first = self.blocks == 0
        if fresh:
            self.alive = time.monotonic()
        self.blocks += 1
        self.heartbeat, self.mode = heartbeat, mode
        self.set_celsius, self.set_flow = setpoint / 100, flow
        self.limit, self.watchdog_ms = min(47.0, limit / 100), watchdog
        self.asked_heat, self.asked_pump = bool(control & 1), bool(control & 2)
        self.heat_armed |= not self.asked_heat
        self.pump_armed |= not self.asked_pump
        self.clear_bits = control >> 4
        if not first and not self.asked_heat:
            persisting = WATCHDOG if self.overdue() else 0
            persisting |= OVER_TEMPERATURE if self.plant.inflow_c >= self.limit else 0
            self.latched &= ~(self.clear_bits & ~persisting)
        self.latch(0)
        if fresh and self.scale > 1:
            self.step()
        return True

    def look(self):
        """Real time goes on and the watchdog watches, with or without requests."""
        if self.running and self.overdue():
            self.latch(WATCHDOG)
        while self.scale <= 1 and self.steps * STEP_S < time.monotonic() - self.started:
            self.step()

    def step(self):
        self.steps += 1
        flow = self.set_flow if self.pump and self.mode_in_force != STANDBY else 0
        self.plant.step(self.mode_in_force, flow, self.set_celsius, self.heat)
        if self.plant.inflow_c >= self.limit:
            self.latch(OVER_TEMPERATURE)
        starved = self.heat and self.set_flow > 0 and self.plant.flow < 0.1 * self.set_flow
        self.no_flow_s = self.no_flow_s + STEP_S if starved else 0.0
        if self.no_flow_s >= 3:
            self.latch(NO_FLOW)

    def telemetry(self):
        plant = self.plant
        celsius = [plant.inflow_c, plant.outflow_c, plant.upper_c, plant.lower_c, plant.core_c]
        probes = [round(1000 * c + self.noise.uniform(-6, 6)) for c in celsius]
        state = 3 if self.latched else 2 if self.running else 1
        uptime = self.steps * 100 if self.scale > 1 else int(1000 * (time.monotonic() - self.started))
        flow = round(plant.flow * (1 + self.noise.uniform(-0.004, 0.004)))
        line_mmhg = round(flow / 25 + 8) if self.mode_in_force not in (STANDBY, DRAIN) else 0
        cavity_mmhg = round(2 + 9 * (plant.cavity_ml / 3000) ** 2)
        power = round(1000 * plant.heater_w / HEATER_W) if self.heat else 0
        control = (1 if self.heat else 0) | (2 if self.pump else 0) | self.clear_bits << 4
        registers = [self.heartbeat, state, self.latched, 0, *probes, flow, line_mmhg, power]
        registers += [round(flow * 0.8), round(plant.reservoir_ml), self.mode_in_force]
        registers += [round(100 * self.set_celsius), self.set_flow, uptime >> 16 & 0xFFFF, uptime & 0xFFFF]
        registers += [self.refused, round(100 * self.limit), control, cavity_mmhg, round(plant.outflow)]
        return sealed(registers, self.serial_bytes)

    def identification(self):
        everything = 0b111111 | 1 << 15
        serial_number = struct.unpack(">8H", self.serial_bytes)
        firmware = struct.unpack(">4H", b"py-1.0\0\0")
        return sealed(
            [1, everything, *serial_number, *firmware, 2200, 2200, 2200, 2200]
            + [LOWEST_FLOW, HIGHEST_FLOW, HEATER_W, self.scale]
        )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--port", required=True)
    arguments.add_argument("--scale", type=int, default=1)
    arguments.add_argument("--serial", default="PYMODBUS-RIG-001")
    options = arguments.parse_args()

    rig = Rig(options.serial, options.scale)
    blocks = {COMMAND: [0] * 10, TELEMETRY: rig.telemetry(), IDENTIFICATION: rig.identification()}
    cells = {start + i: value for start, block in blocks.items() for i, value in enumerate(block)}
    store = ModbusSlaveContext(hr=ModbusSparseDataBlock(cells), zero_mode=True)
    framer = ModbusRtuFramer(ServerDecoder())
    # Silence of 200 ms ends whatever frame has begun, and lets the rig look at its clock.
    port = serial.Serial(options.port, 115200, parity=serial.PARITY_NONE, timeout=0.2)

    def answer(request):
        rig.look()
        if request.function_code not in (3, 23):
            reply = request.doException(ModbusExceptions.IllegalFunction)
        elif request.function_code == 23 and request.write_address == COMMAND and request.write_count == 10:
            reply = None if rig.take(request.write_registers) else request.doException(ModbusExceptions.IllegalValue)
        elif request.function_code == 23:
            reply = request.doException(ModbusExceptions.IllegalAddress)
        else:
            reply = None
        if reply is None:
            store.setValues(3, TELEMETRY, rig.telemetry())
            reply = request.execute(store)
        reply.unit_id = request.unit_id
        port.write(framer.buildPacket(reply))

    print(f"pymodbus rig {options.serial} on {options.port}, scale {options.scale}", flush=True)
    while True:
        try:
            chunk = port.read(port.in_waiting or 1)
        except (serial.SerialException, OSError) as error:
            sys.exit(f"pymodbus rig: {options.port} closed ({error}).")
        if not chunk:
            framer.resetFrame()
            rig.look()
            continue
        try:
            framer.processIncomingPacket(chunk, answer, [1])
        except (AttributeError, IndexError, struct.error):
            framer.resetFrame()  # noise that pymodbus takes for the head of a frame


if __name__ == "__main__":
    main()
