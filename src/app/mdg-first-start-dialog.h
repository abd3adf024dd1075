/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgFirstStartDialog:
 *
 * Asks once for my prefecture and my kind of facility. Closing it in any way counts as an answer;
 * it is not asked again.
 */
#define MDG_TYPE_FIRST_START_DIALOG (mdg_first_start_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgFirstStartDialog,
                      mdg_first_start_dialog,
                      MDG,
                      FIRST_START_DIALOG,
                      AdwDialog)

MdgFirstStartDialog *mdg_first_start_dialog_new (MdgFigureModel *model, GSettings *settings);

G_END_DECLS
