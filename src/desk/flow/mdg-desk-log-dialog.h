/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-store.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgDeskLogDialog:
 *
 * The desk log: a switch (property "logging", boolean), what it keeps, how often which case came up
 * in which month, as chart or table, saved as CSV, or deleted.
 */
#define MDG_TYPE_DESK_LOG_DIALOG (mdg_desk_log_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgDeskLogDialog, mdg_desk_log_dialog, MDG, DESK_LOG_DIALOG, AdwDialog)

AdwDialog *mdg_desk_log_dialog_new (MdgStore *store, MdgGuidePack *pack);

G_END_DECLS
