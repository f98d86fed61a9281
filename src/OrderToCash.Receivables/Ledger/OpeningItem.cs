namespace OrderToCash.Receivables;

/// <summary>An item that was open when the books began: above zero owed, below zero a credit of the customer.</summary>
public sealed record OpeningItem
{
    /// <summary>The id of the open item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The number of the document.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Which instalment of the document, from 1; 0 where there are none.</summary>
    public int Instalment { get; init; }

    /// <summary>The date on the document, not after the opening.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The last day to pay.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>What is open.</summary>
    public required Money Amount { get; init; }

    /// <summary>The same in the functional currency; null to convert it by the rate.</summary>
    public Money? Functional { get; init; }

    /// <summary>The booking rate; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>The tax contained in what is open.</summary>
    public EquatableArray<TaxShare> TaxShares { get; init; }

    /// <summary>The structured reference the customer was asked to pay with; empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";
}
