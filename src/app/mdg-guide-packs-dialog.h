/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-library.h"

G_BEGIN_DECLS

/**
 * MdgGuidePacksDialog:
 *
 * Which guide packs there are, and which is in use; they are loaded, exported and removed here.
 */
#define MDG_TYPE_GUIDE_PACKS_DIALOG (mdg_guide_packs_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgGuidePacksDialog,
                      mdg_guide_packs_dialog,
                      MDG,
                      GUIDE_PACKS_DIALOG,
                      AdwDialog)

MdgGuidePacksDialog *mdg_guide_packs_dialog_new (MdgGuideLibrary *library);
void mdg_guide_packs_dialog_add_toast (MdgGuidePacksDialog *self, AdwToast *toast);

G_END_DECLS
