/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/mdg-cli-options.h"
#include "cli/mdg-cli.h"
#include "core/mdg-figures.h"

G_BEGIN_DECLS

MdgCliStatus mdg_cli_table (MdgFigures *figures, const MdgCliOptions *options);

G_END_DECLS
