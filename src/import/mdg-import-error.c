/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-error.h"

G_DEFINE_QUARK (mdg - import - error - quark, mdg_import_error)
