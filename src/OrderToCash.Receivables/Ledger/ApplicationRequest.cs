namespace OrderToCash.Receivables;

/// <summary>One application to make: so much of a credit on what is owed.</summary>
public sealed record ApplicationRequest
{
    /// <summary>The id of the application.</summary>
    public required ItemApplicationId Id { get; init; }

    /// <summary>The credit note or payment.</summary>
    public required OpenItemId Credit { get; init; }

    /// <summary>The item owed.</summary>
    public required OpenItemId Debit { get; init; }

    /// <summary>How much of the credit is used, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>True when the customer took the early-payment discount that runs on the business date.</summary>
    public bool TakeDiscount { get; init; }

    /// <summary>Why the item is closed although money is short; with <see cref="RestTreatment.StaysOpen"/> it is not.</summary>
    public RestTreatment Rest { get; init; }
}
