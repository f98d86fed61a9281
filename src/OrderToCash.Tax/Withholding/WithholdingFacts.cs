namespace OrderToCash.Tax;

/// <summary>Tax that a customer kept back from a payment and owes the state in our name.</summary>
public sealed record WithholdingFacts
{
    /// <summary>Who withheld.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The payment that came short by it; none when it was announced before.</summary>
    public PaymentId Payment { get; init; }

    /// <summary>The invoices it was withheld from.</summary>
    public EquatableArray<InvoiceNumber> Invoices { get; init; }

    /// <summary>What the tax is called there: <c>TDS 194J</c>, <c>Quellensteuer</c>.</summary>
    public required string TaxKind { get; init; }

    /// <summary>The amount it was computed from.</summary>
    public required Money Base { get; init; }

    /// <summary>The tax withheld; above zero, at most the base.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day the certificate is due, by law or contract.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>What is wrong with it: <see cref="WithholdingErrors.AmountInvalid"/>.</summary>
    public EquatableArray<DomainError> Check() =>
        Base.Currency == Amount.Currency && Amount.IsPositive && Amount <= Base
            ? []
            : [WithholdingErrors.AmountInvalid.At("amount", ("amount", Amount), ("base", Base))];
}
