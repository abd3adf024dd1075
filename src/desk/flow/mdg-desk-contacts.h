/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-run.h"
#include "core/mdg-store.h"

G_BEGIN_DECLS

/**
 * MdgDeskContacts:
 *
 * The facility's own contacts as the store has them. Signals "changed" when they were read, and
 * "failed" (string: why they could not be).
 */
#define MDG_TYPE_DESK_CONTACTS (mdg_desk_contacts_get_type ())
G_DECLARE_FINAL_TYPE (MdgDeskContacts, mdg_desk_contacts, MDG, DESK_CONTACTS, GObject)

MdgDeskContacts *mdg_desk_contacts_new (MdgStore *store);
GPtrArray *mdg_desk_contacts_get (MdgDeskContacts *self);
void mdg_desk_contacts_edit (MdgDeskContacts *self, GtkWidget *parent);

G_END_DECLS
