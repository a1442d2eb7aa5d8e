#!/usr/bin/python3
"""Plays systemd's logind on the bus at $DBUS_SYSTEM_BUS_ADDRESS: who falls asleep and wakes is told as it would be.

Reads `true` (going to sleep) or `false` (awake again) a line on stdin and sends it as PrepareForSleep. Writes `ready`
once it owns the name, `inhibit WHO` when somebody asks to be told in time, and `told true` or `told false`.

Over libdbus by hand: python3-dbus serves calls only together with a main loop of GLib's, which is another package.
"""
import ctypes
import os
import select
import sys

lib = ctypes.CDLL('libdbus-1.so.3')
NAME, PATH, MANAGER = b'org.freedesktop.login1', b'/org/freedesktop/login1', b'org.freedesktop.login1.Manager'
SYSTEM_BUS, INVALID, BOOLEAN, UNIX_FD, STRING = 1, 0, ord('b'), ord('h'), ord('s')
PRIMARY_OWNER = 1

for call in ('dbus_bus_get_private', 'dbus_connection_pop_message', 'dbus_message_new_method_return',
             'dbus_message_new_signal'):
    getattr(lib, call).restype = ctypes.c_void_p
POINTER = ctypes.c_void_p


def say(words):
    print(words, flush=True)


def send(bus, message):
    lib.dbus_connection_send(POINTER(bus), POINTER(message), None)
    lib.dbus_connection_flush(POINTER(bus))
    lib.dbus_message_unref(POINTER(message))


def tell(bus, asleep):
    signal = lib.dbus_message_new_signal(PATH, MANAGER, b'PrepareForSleep')
    lib.dbus_message_append_args(POINTER(signal), BOOLEAN, ctypes.byref(ctypes.c_uint32(asleep)), INVALID)
    send(bus, signal)
    say(f'told {"true" if asleep else "false"}')


def answer(bus, call):
    """Inhibit(what, who, why, mode) is answered with a file whose closing ends it; nothing else is asked here."""
    if not lib.dbus_message_is_method_call(POINTER(call), MANAGER, b'Inhibit'):
        return
    texts = [ctypes.c_char_p() for _ in range(4)]
    places = [part for text in texts for part in (STRING, ctypes.byref(text))]
    lib.dbus_message_get_args(POINTER(call), None, *places, INVALID)
    who = (texts[1].value or b'').decode()
    ours, theirs = os.pipe()
    reply = lib.dbus_message_new_method_return(POINTER(call))
    lib.dbus_message_append_args(POINTER(reply), UNIX_FD, ctypes.byref(ctypes.c_int(theirs)), INVALID)
    send(bus, reply)
    os.close(theirs)
    say(f'inhibit {who}')
    return ours


def main():
    bus = lib.dbus_bus_get_private(SYSTEM_BUS, None)
    if not bus:
        sys.exit('there is no bus')
    lib.dbus_connection_set_exit_on_disconnect(POINTER(bus), 0)
    if lib.dbus_bus_request_name(POINTER(bus), NAME, 0, None) != PRIMARY_OWNER:
        sys.exit('the name is taken')
    say('ready')
    held = []
    while lib.dbus_connection_read_write(POINTER(bus), 20):
        while call := lib.dbus_connection_pop_message(POINTER(bus)):
            held.append(answer(bus, call))
            lib.dbus_message_unref(POINTER(call))
        if select.select([sys.stdin], [], [], 0)[0]:
            line = sys.stdin.readline()
            if line == '':
                return
            tell(bus, line.strip() == 'true')


if __name__ == '__main__':
    main()
