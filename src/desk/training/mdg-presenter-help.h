/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgPresenterHelp:
 *
 * The keys of the presenter.
 */
#define MDG_TYPE_PRESENTER_HELP (mdg_presenter_help_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterHelp, mdg_presenter_help, MDG, PRESENTER_HELP, AdwDialog)

MdgPresenterHelp *mdg_presenter_help_new (void);

G_END_DECLS
