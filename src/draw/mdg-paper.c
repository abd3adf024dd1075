/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-paper.h"

static const struct
{
  const char *id;
  double width;
  double height;
} papers[MDG_N_PAPERS] = {
  [MDG_PAPER_A4] = { "a4", 595.28, 841.89 },
  [MDG_PAPER_A5] = { "a5", 419.53, 595.28 },
};

/**
 * mdg_paper_get_size:
 * @paper: a paper
 * @width: (out): its width in points, upright
 * @height: (out): its height in points
 *
 * Gets the size of a paper.
 */
void
mdg_paper_get_size (MdgPaper paper, double *width, double *height)
{
  g_return_if_fail (paper < MDG_N_PAPERS);

  *width = papers[paper].width;
  *height = papers[paper].height;
}

/**
 * mdg_paper_get_id:
 * @paper: a paper
 *
 * Returns: its name in file names and on the command line
 */
const char *
mdg_paper_get_id (MdgPaper paper)
{
  g_return_val_if_fail (paper < MDG_N_PAPERS, NULL);

  return papers[paper].id;
}

/**
 * mdg_paper_parse:
 * @id: a name such as "a4", in any case
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper
 */
gboolean
mdg_paper_parse (const char *id, MdgPaper *paper)
{
  for (guint i = 0; i < MDG_N_PAPERS; i++)
    if (g_ascii_strcasecmp (papers[i].id, id) == 0)
      {
        *paper = i;
        return TRUE;
      }

  return FALSE;
}
