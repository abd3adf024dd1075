/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The keyboard shortcuts: one table is both what the keys do and what the overview of them says. */
void mdg_shortcuts_register (GtkApplication *application);
void mdg_shortcuts_present (GtkWindow *parent);

G_END_DECLS
