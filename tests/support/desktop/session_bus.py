#!/usr/bin/python3
"""A person's hands on the session bus: the tray, its menu, the keychain. Answers JSON.

    session_bus.py CALL [JSON]    one call, for scripts
    session_bus.py serve          a call a line on stdin as [id, call, arguments], an answer a line on stdout

Node has no maintained D-Bus library without native code, python3-dbus is in every Debian.
"""
import hashlib
import json
import sys
import time

import dbus

PROPERTIES = 'org.freedesktop.DBus.Properties'
WATCHER = 'org.kde.StatusNotifierWatcher'
ITEM = 'org.kde.StatusNotifierItem'
MENU = 'com.canonical.dbusmenu'
SECRETS = 'org.freedesktop.secrets'
SERVICE = 'org.freedesktop.Secret.Service'
COLLECTION = 'org.freedesktop.Secret.Collection'
CALL_LIMIT_S = 10
_bus = None


def bus():
    global _bus
    if _bus is None:
        _bus = dbus.SessionBus()
    return _bus


def interface(name, path, kind):
    # Without introspection a call is one message, and an object that goes away is an error, not a hang.
    return dbus.Interface(bus().get_object(name, path, introspect=False), kind)


def prop(name, path, kind, key, default=None):
    try:
        return interface(name, path, PROPERTIES).Get(kind, key, signature='ss', timeout=CALL_LIMIT_S)
    except dbus.DBusException:
        return default


def wait_names(names, timeout):
    """Waits until every name has an owner; answers those that got none within `timeout` seconds."""
    deadline = time.monotonic() + timeout
    while True:
        missing = [name for name in names if not has_owner(name)]
        if not missing or time.monotonic() > deadline:
            return missing
        time.sleep(0.03)


def has_owner(name):
    return bool(bus().name_has_owner(name))


def tray_items():
    """Every item that the panel shows, with the process it belongs to."""
    if not has_owner(WATCHER):
        return []
    listed = prop(WATCHER, '/StatusNotifierWatcher', WATCHER, 'RegisteredStatusNotifierItems', [])
    items = []
    for entry in map(str, listed):
        service, slash, path = entry.partition('/')
        try:
            pid = int(bus().call_blocking('org.freedesktop.DBus', '/', 'org.freedesktop.DBus',
                                          'GetConnectionUnixProcessID', 's', (service,)))
        except dbus.DBusException:
            continue
        items.append({'service': service, 'path': slash + path or '/StatusNotifierItem', 'pid': pid})
    return items


def tray_read(service, path):
    """What a person sees of the item: title, tooltip, status, and a hash that changes with the icon."""
    tip = prop(service, path, ITEM, 'ToolTip')
    pixmaps = prop(service, path, ITEM, 'IconPixmap', [])
    icon = hashlib.sha256()
    for width, height, pixels in pixmaps:
        icon.update(b'%d x %d ' % (width, height) + bytes(pixels))
    return {
        'id': text(prop(service, path, ITEM, 'Id')),
        'title': text(prop(service, path, ITEM, 'Title')),
        'status': text(prop(service, path, ITEM, 'Status')),
        'tooltip': '\n'.join(part for part in (str(tip[2]), str(tip[3])) if part) if tip else '',
        'iconName': text(prop(service, path, ITEM, 'IconName')),
        'iconSizes': [[int(width), int(height)] for width, height, _ in pixmaps],
        'iconHash': icon.hexdigest() if pixmaps else '',
        'menu': text(prop(service, path, ITEM, 'Menu')),
    }


def text(value):
    return '' if value is None else str(value)


def tray_activate(service, path):
    interface(service, path, ITEM).Activate(0, 0, signature='ii', timeout=CALL_LIMIT_S)


def menu_read(service, path, parent=0):
    """Opens the menu, as a panel does, and lists its entries as a tree."""
    menu = interface(service, path, MENU)
    about_to_show(menu, parent)
    _, layout = menu.GetLayout(parent, -1, dbus.Array([], signature='s'), signature='iias', timeout=CALL_LIMIT_S)
    return entry_of(layout)


def about_to_show(menu, parent):
    try:
        menu.AboutToShow(parent, signature='i', timeout=CALL_LIMIT_S)
    except dbus.DBusException:
        pass  # optional in the protocol


def entry_of(layout):
    number, values, children = layout
    toggle = str(values.get('toggle-type', ''))
    return {
        'id': int(number),
        'label': plain(str(values.get('label', ''))),
        'enabled': bool(values.get('enabled', True)),
        'visible': bool(values.get('visible', True)),
        'type': str(values.get('type', 'standard')),
        'toggle': toggle,
        'checked': bool(toggle) and int(values.get('toggle-state', 0)) == 1,
        'children': [entry_of(child) for child in children],
    }


def plain(label):
    """The label as the panel draws it: one underscore marks the access key, two are an underscore."""
    return label.replace('__', '\0').replace('_', '').replace('\0', '_')


def menu_click(service, path, number):
    moment = dbus.UInt32(int(time.time()) & 0xFFFFFFFF)
    nothing = dbus.Int32(0, variant_level=1)
    interface(service, path, MENU).Event(number, 'clicked', nothing, moment, signature='isvu', timeout=CALL_LIMIT_S)


def notification_close(number):
    interface('org.freedesktop.Notifications', '/org/freedesktop/Notifications',
              'org.freedesktop.Notifications').CloseNotification(number, signature='u', timeout=CALL_LIMIT_S)


def default_collection():
    service = interface(SECRETS, '/org/freedesktop/secrets', SERVICE)
    return service.ReadAlias('default', signature='s', timeout=CALL_LIMIT_S)


def keychain_state():
    if not has_owner(SECRETS):
        return 'unavailable'
    path = default_collection()
    if str(path) == '/':
        return 'no collection'
    return 'locked' if prop(SECRETS, path, COLLECTION, 'Locked', True) else 'unlocked'


def keychain_lock():
    service = interface(SECRETS, '/org/freedesktop/secrets', SERVICE)
    service.Lock(dbus.Array([default_collection()], signature='o'), signature='ao', timeout=CALL_LIMIT_S)
    return keychain_state()


def keychain_unlock(password):
    """Unlocks without the prompt, by the call that logging in makes."""
    service = interface(SECRETS, '/org/freedesktop/secrets', SERVICE)
    _, session = service.OpenSession('plain', dbus.String('', variant_level=1), signature='sv', timeout=CALL_LIMIT_S)
    secret = dbus.Struct((session, dbus.ByteArray(b''), dbus.ByteArray(password.encode()), 'text/plain'),
                         signature='oayays')
    login = interface(SECRETS, '/org/freedesktop/secrets', 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface')
    login.UnlockWithMasterPassword(default_collection(), secret, signature='o(oayays)', timeout=CALL_LIMIT_S)
    return keychain_state()


CALLS = {call.__name__: call for call in (
    wait_names, tray_items, tray_read, tray_activate, menu_read, menu_click, notification_close,
    keychain_state, keychain_lock, keychain_unlock)}


def serve():
    for line in sys.stdin:
        number, call, arguments = json.loads(line)
        try:
            answer = [number, True, CALLS[call](**arguments)]
        except Exception as error:  # whatever it is, the caller must hear of it
            answer = [number, False, f'{call}: {error}']
        print(json.dumps(answer), flush=True)


if __name__ == '__main__':
    if sys.argv[1] == 'serve':
        serve()
    else:
        print(json.dumps(CALLS[sys.argv[1]](**json.loads(sys.argv[2] if len(sys.argv) > 2 else '{}'))))
