/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/mdg-basis-view.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"
#include "guide/mdg-guide-words.h"

struct _MdgBasisView
{
  AdwBin parent_instance;

  GtkLabel *validity_label;
  GtkWidget *ending_box;
  GtkLabel *ending_label;
  GtkBox *sources_box;
};

G_DEFINE_FINAL_TYPE (MdgBasisView, mdg_basis_view, ADW_TYPE_BIN)

static void
mdg_basis_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_BASIS_VIEW);

  G_OBJECT_CLASS (mdg_basis_view_parent_class)->dispose (object);
}

static void
mdg_basis_view_class_init (MdgBasisViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_basis_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/mdg-basis-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgBasisView, validity_label);
  gtk_widget_class_bind_template_child (widget_class, MdgBasisView, ending_box);
  gtk_widget_class_bind_template_child (widget_class, MdgBasisView, ending_label);
  gtk_widget_class_bind_template_child (widget_class, MdgBasisView, sources_box);
}

static void
mdg_basis_view_init (MdgBasisView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

static GtkWidget *
create_source_label (const MdgGuideSource *source)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *line = mdg_guide_format_source (source);
  g_autofree char *markup = NULL;

  if (source->url != NULL)
    markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>\n%s", source->url,
                                      mdg_guide_text_get (&source->title), line);
  else
    markup = g_markup_printf_escaped ("%s\n%s", mdg_guide_text_get (&source->title), line);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

/**
 * mdg_basis_view_new:
 *
 * Returns: (transfer floating): a new view that shows nothing yet
 */
GtkWidget *
mdg_basis_view_new (void)
{
  return g_object_new (MDG_TYPE_BASIS_VIEW, NULL);
}

/**
 * mdg_basis_view_set_basis:
 * @self: a view
 * @basis: a basis
 *
 * Shows validity and sources of @basis, without a mark that it ends; its doubt belongs where it
 * cannot be overlooked.
 */
void
mdg_basis_view_set_basis (MdgBasisView *self, const MdgGuideBasis *basis)
{
  g_autofree char *validity = NULL;

  g_return_if_fail (MDG_IS_BASIS_VIEW (self));

  validity = mdg_desk_format_validity (basis);
  gtk_label_set_label (self->validity_label, validity);
  gtk_widget_set_visible (self->ending_box, FALSE);

  mdg_desk_remove_children (GTK_WIDGET (self->sources_box));
  for (guint i = 0; i < basis->sources->len; i++)
    gtk_box_append (self->sources_box, create_source_label (g_ptr_array_index (basis->sources, i)));
}

/**
 * mdg_basis_view_set_ending:
 * @self: a view
 * @ending: that what is shown ends soon, or that it does not
 *
 * Marks what ends soon.
 */
void
mdg_basis_view_set_ending (MdgBasisView *self, const MdgGuideEnding *ending)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MDG_IS_BASIS_VIEW (self));

  text = mdg_desk_format_ending (ending);
  gtk_label_set_label (self->ending_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->ending_box, text != NULL);
}
