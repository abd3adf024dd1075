/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-scope.h"

G_BEGIN_DECLS

/**
 * MdgState:
 *
 * Where the user was when the window was last open: its size, its page, its scope, and for a short
 * while where the user stood at the desk. Kept in a key file in the user's state folder and written
 * soon after a change. What the file does not hold, or holds in a form this version does not know,
 * is as on the first start.
 */
#define MDG_TYPE_STATE (mdg_state_get_type ())
G_DECLARE_FINAL_TYPE (MdgState, mdg_state, MDG, STATE, GObject)

MdgState *mdg_state_new (const char *path);
MdgState *mdg_state_new_default (void);
void mdg_state_save (MdgState *self);

void mdg_state_get_window_size (MdgState *self, int *width, int *height, gboolean *maximized);
void mdg_state_set_window_size (MdgState *self, int width, int height, gboolean maximized);
char *mdg_state_get_page (MdgState *self);
void mdg_state_set_page (MdgState *self, const char *page);
gboolean mdg_state_get_scope (MdgState *self, MdgScope *scope);
void mdg_state_set_scope (MdgState *self, const MdgScope *scope);
char *mdg_state_get_walk (MdgState *self);
void mdg_state_set_walk (MdgState *self, const char *walk);

G_END_DECLS
