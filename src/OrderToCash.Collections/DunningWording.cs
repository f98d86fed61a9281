namespace OrderToCash.Collections;

/// <summary>The words of the table on a letter, in one language.</summary>
public sealed record DunningWording
{
    /// <summary>The language, as BCP 47 writes it.</summary>
    public required string Language { get; init; }

    /// <summary>Heading of the document number.</summary>
    public required string Document { get; init; }

    /// <summary>Heading of the document date.</summary>
    public required string Date { get; init; }

    /// <summary>Heading of the due date.</summary>
    public required string Due { get; init; }

    /// <summary>Heading of the days overdue.</summary>
    public required string DaysOverdue { get; init; }

    /// <summary>Heading of the open amount.</summary>
    public required string Amount { get; init; }

    /// <summary>Before a credit's number.</summary>
    public required string Credit { get; init; }

    /// <summary>Before the fee.</summary>
    public required string Fee { get; init; }

    /// <summary>Before the total.</summary>
    public required string Total { get; init; }

    /// <summary>English.</summary>
    public static DunningWording English { get; } = new()
    {
        Language = "en", Document = "Document", Date = "Date", Due = "Due", DaysOverdue = "Days overdue", Amount = "Amount",
        Credit = "Credit not yet applied", Fee = "Reminder fee", Total = "Total",
    };

    /// <summary>German.</summary>
    public static DunningWording German { get; } = new()
    {
        Language = "de", Document = "Beleg", Date = "Datum", Due = "Fällig", DaysOverdue = "Tage überfällig",
        Amount = "Betrag", Credit = "Noch nicht verrechnetes Guthaben", Fee = "Mahngebühr", Total = "Summe",
    };
}
