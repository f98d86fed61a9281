namespace OrderToCash;

/// <summary>Charges the interest on an item that is due through a day and was not charged yet.</summary>
public sealed record ChargeLateInterest : Command
{
    /// <summary>The item that was paid late, or is not paid.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The last day that bears interest, inclusive.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>The date of the document, which is the business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Charges the lump sum the law gives for late payment, once per item.</summary>
public sealed record ChargeLateCompensation : Command
{
    /// <summary>The item that was paid late, or is not paid.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The date of the document, which is the business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Gives up what is open of interest that was charged; its days are not charged again.</summary>
public sealed record WaiveLateInterest : Command
{
    /// <summary>The item that was paid late.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The interest's own item.</summary>
    public required OpenItemId Charge { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
