/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-entry.h"

G_BEGIN_DECLS

/**
 * MdgGuideFaultsDialog:
 *
 * Says what is wrong with a file that is no good guide pack: place, reason and remedy of each fault,
 * to be read, copied and sent to whoever wrote it.
 */
#define MDG_TYPE_GUIDE_FAULTS_DIALOG (mdg_guide_faults_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgGuideFaultsDialog,
                      mdg_guide_faults_dialog,
                      MDG,
                      GUIDE_FAULTS_DIALOG,
                      AdwDialog)

MdgGuideFaultsDialog *mdg_guide_faults_dialog_new (MdgGuideEntry *entry);

G_END_DECLS
