using System.Text;

namespace OrderToCash.Receivables;

/// <summary>
/// Statements as text: columns for people, comma-separated for spreadsheets. English, invariant figures, lines end with a line
/// feed; the same statement always gives the same characters.
/// </summary>
public static class StatementWriter
{
    private static readonly string[] ItemHeads =
        ["Document", "Date", "Due", "Amount", "Open", "Days past due", "Disputed", "Promised"];

    private static readonly string[] LineHeads = ["Date", "Document", "What", "Amount", "Balance"];

    /// <summary>The statement in columns.</summary>
    public static string Text(AccountStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var text = new StringBuilder();
        text.Append("STATEMENT OF ACCOUNT ").Append(statement.Customer.Value).Append('\n')
            .Append(statement.LegalEntity.Value).Append(", ")
            .Append(CsvText.Of(statement.From)).Append(" to ").Append(CsvText.Of(statement.To)).Append('\n');
        foreach (var section in statement.Sections)
        {
            text.Append("\nBalance before ").Append(CsvText.Of(statement.From))
                .Append("  ").Append(section.Opening).Append("\n\n");
            if (statement.Kind == StatementKind.OpenItem)
                Table(text, ItemHeads, section.Items.Select(Cells).ToList(), firstFigure: 3);
            else Table(text, LineHeads, section.Lines.Select(Cells).ToList(), firstFigure: 3);
            text.Append("Balance on ").Append(CsvText.Of(statement.To)).Append("  ").Append(section.Closing).Append('\n');
            if (section.Aging is { } ages) Ages(text, statement, ages);
        }
        return text.ToString();
    }

    /// <summary>
    /// The statement as comma-separated values (RFC 4180), a row per item or line, with headings; balances have rows of their
    /// own.
    /// </summary>
    public static string Csv(AccountStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var rows = new CsvText("currency", "row", "date", "dueDate", "document", "instalment", "what", "amount", "balance",
            "daysPastDue", "disputed", "promised");
        foreach (var section in statement.Sections)
        {
            var currency = section.Opening.Currency.Code;
            rows.Row(currency, "opening", CsvText.Of(statement.From), "", "", "", "", "",
                CsvText.Of(section.Opening), "", "", "");
            foreach (var i in section.Items)
                rows.Row(currency, "item", CsvText.Of(i.DocumentDate), CsvText.Of(i.DueDate), i.DocumentNumber,
                    i.Instalment == 0 ? "" : CsvText.Of(i.Instalment), i.Kind.ToString(),
                    CsvText.Of(i.Amount), CsvText.Of(i.Open), CsvText.Of(i.DaysPastDue),
                    CsvText.Of(i.Disputed), CsvText.Of(i.Promised));
            foreach (var line in section.Lines)
                rows.Row(currency, "line", CsvText.Of(line.On), "", line.DocumentNumber, "", What(line),
                    CsvText.Of(line.Amount), CsvText.Of(line.Balance), "", "", "");
            rows.Row(currency, "closing", CsvText.Of(statement.To), "", "", "", "", "", CsvText.Of(section.Closing), "", "", "");
        }
        return rows.ToString();
    }

    /// <summary>What a line is, in words.</summary>
    public static string What(StatementLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var what = line.Settled switch
        {
            null => Word(line.Kind),
            ApplicationKind.Settlement => "discount or difference",
            ApplicationKind.WriteOff => "small difference",
            ApplicationKind.Refund => "refund",
            ApplicationKind.Return => "payment returned",
            ApplicationKind.BadDebt => "written off",
            ApplicationKind.SetOff => "set off",
            ApplicationKind.Transfer => "transferred",
            ApplicationKind.Waiver => "waived",
            ApplicationKind.Recognition => "recognised as revenue",
            ApplicationKind.Recovery => "chargeback reversed",
            ApplicationKind.Reversal => "reversed",
            ApplicationKind.Accrual => "interest in your favour",
            ApplicationKind.Factored => "assigned to a factor",
            _ => throw new ArgumentOutOfRangeException(nameof(line), line.Settled, "An unknown kind of application."),
        };
        return line.IsReversal ? what + ", taken back" : what;
    }

    private static string Word(OpenItemKind kind) => kind switch
    {
        OpenItemKind.Invoice => "invoice",
        OpenItemKind.CreditNote => "credit note",
        OpenItemKind.Payment => "payment",
        OpenItemKind.Deduction => "deduction",
        OpenItemKind.Chargeback => "chargeback",
        OpenItemKind.Fee => "fee",
        OpenItemKind.Interest => "interest",
        OpenItemKind.Deposit => "deposit",
        OpenItemKind.Deferral => "deferred",
        OpenItemKind.ContractAsset => "not invoiced yet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of open item."),
    };

    private static string[] Cells(StatementItem i) =>
    [
        i.Instalment > 1 ? $"{i.DocumentNumber} ({CsvText.Of(i.Instalment)})" : i.DocumentNumber,
        CsvText.Of(i.DocumentDate), CsvText.Of(i.DueDate), CsvText.Of(i.Amount), CsvText.Of(i.Open),
        i.DaysPastDue > 0 ? CsvText.Of(i.DaysPastDue) : "", CsvText.Of(i.Disputed), CsvText.Of(i.Promised),
    ];

    private static string[] Cells(StatementLine line) =>
        [CsvText.Of(line.On), line.DocumentNumber, What(line), CsvText.Of(line.Amount), CsvText.Of(line.Balance)];

    private static void Ages(StringBuilder text, AccountStatement statement, AgingRow ages)
    {
        text.Append('\n');
        var (heads, cells) = (new List<string>(), new List<string>());
        for (var i = 0; i < ages.Buckets.Count; i++)
        {
            heads.Add(statement.Buckets[i]);
            cells.Add(CsvText.Of(ages.Buckets[i]));
        }
        AddPart("disputed", ages.Disputed);
        AddPart("promised", ages.Promised);
        heads.AddRange(["credits", "total"]);
        cells.AddRange([CsvText.Of(ages.Unapplied), CsvText.Of(ages.Total)]);
        Table(text, [.. heads], [[.. cells]], firstFigure: 0);

        void AddPart(string head, EquatableArray<Money> part)
        {
            if (part.IsEmpty) return;
            heads.Add(head);
            cells.Add(CsvText.Of(Money.Sum(part, ages.Unapplied.Currency)));
        }
    }

    private static void Table(StringBuilder text, string[] heads, IReadOnlyList<string[]> rows, int firstFigure)
    {
        var widths = Array.ConvertAll(heads, head => head.Length);
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], row[i].Length);
        Row(text, heads, widths, firstFigure);
        text.Append('-', widths.Sum() + (2 * (widths.Length - 1))).Append('\n');
        foreach (var row in rows) Row(text, row, widths, firstFigure);
        text.Append('\n');
    }

    private static void Row(StringBuilder text, string[] cells, int[] widths, int firstFigure)
    {
        var start = text.Length;
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append("  ");
            text.Append(i < firstFigure ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i]));
        }
        while (text.Length > start && text[^1] == ' ') text.Length--;
        text.Append('\n');
    }
}
