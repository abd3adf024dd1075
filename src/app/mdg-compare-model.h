/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

MdgFigureModel *mdg_compare_model_new (MdgFigureModel *first, GSettings *settings);

G_END_DECLS
