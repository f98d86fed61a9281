namespace OrderToCash.Quickstart;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">True for numbers, which stand to the right.</param>
internal readonly record struct Column(string Name, bool IsNumber = false);

/// <summary>The tables of the report.</summary>
internal static class HtmlTable
{
    /// <summary>A table with its caption and head; close the answer after the rows.</summary>
    public static Markup.Scope Table(this Markup page, string caption, params ReadOnlySpan<Column> columns)
    {
        var table = page.Open("table");
        page.Element("caption", caption);
        using (page.Open("thead"))
        using (page.Open("tr"))
            foreach (var column in columns)
                page.Element("th", column.Name, ("scope", "col"), ("class", column.IsNumber ? "number" : "words"));
        return table;
    }

    /// <summary>The first cell of a row, which names it.</summary>
    public static void RowName(this Markup page, string name) => page.Element("th", name, ("scope", "row"));

    /// <summary>A cell with words.</summary>
    public static void Words(this Markup page, string words, string css = "words") => page.Element("td", words, ("class", css));

    /// <summary>A cell with a count.</summary>
    public static void Count(this Markup page, int count) => page.Element("td", ReportText.Count(count), ("class", "number"));

    /// <summary>A cell with an amount.</summary>
    public static void Amount(this Markup page, Money amount) => page.Amount(ReportText.Number(amount), amount.Currency);

    /// <summary>A cell with an amount already written.</summary>
    public static void Amount(this Markup page, string number, Currency currency)
    {
        using (page.Open("td", ("class", "number")))
            page.Text(number + " ").Element("span", currency.Code, ("class", "unit"));
    }

    /// <summary>A cell with a verdict: <c>good</c>, <c>ask</c> or <c>bad</c>, and the words that say so.</summary>
    public static void Badge(this Markup page, string words, string look)
    {
        using (page.Open("td")) page.Element("span", words, ("class", "badge " + look));
    }

    /// <summary>Says that a list goes on, if it does.</summary>
    public static void More(this Markup page, int all, int shown)
    {
        if (all > shown) page.Element("p", $"and {ReportText.Count(all - shown)} more", ("class", "more"));
    }

    /// <summary>Says that there is nothing to show.</summary>
    public static void Nothing(this Markup page, string words) => page.Element("p", words, ("class", "nothing"));
}
