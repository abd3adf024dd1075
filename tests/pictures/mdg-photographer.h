/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mdg-picture-variant.h"

G_BEGIN_DECLS

/* Opens the real application in this process and saves what it shows. */
gboolean mdg_photographer_run (const MdgPictureVariant *variant,
                               const char *folder,
                               const char *private_folder,
                               GError **error);

G_END_DECLS
