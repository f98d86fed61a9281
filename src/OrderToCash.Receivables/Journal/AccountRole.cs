using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// What an account is for, not its number: <c>receivable.trade</c>, <c>revenue.sales</c>. A host maps roles to its chart of
/// accounts and may add roles of its own; those named here are the ones this package posts to by itself.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<AccountRole>))]
public readonly record struct AccountRole : IStringCode<AccountRole>, IComparable<AccountRole>
{
    private readonly string? value;

    /// <summary>Takes a role.</summary>
    /// <exception cref="ArgumentException">Not words of lower-case letters, digits and hyphens, joined by points, up to 64
    /// characters.</exception>
    public AccountRole(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 64
            || !value.All(c => c is '.' or '-' || char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c))
            || value.Split('.').Contains(""))
            throw new ArgumentException(
                $"An account role has words of lower-case letters, digits and hyphens, joined by points: '{value}'.",
                nameof(value));
        this.value = value;
    }

    /// <summary>What customers owe on invoices.</summary>
    public static AccountRole TradeReceivable { get; } = new("receivable.trade");

    /// <summary>Money received and not yet applied.</summary>
    public static AccountRole UnappliedCash { get; } = new("liability.unapplied-cash");

    /// <summary>What is owed to a customer: credit notes not yet applied, overpayments.</summary>
    public static AccountRole CustomerCredit { get; } = new("liability.customer-credit");

    /// <summary>Sales.</summary>
    public static AccountRole Sales { get; } = new("revenue.sales");

    /// <summary>Goods taken back and prices lowered.</summary>
    public static AccountRole SalesReturns { get; } = new("revenue.sales-returns");

    /// <summary>Early-payment discounts taken by customers, without tax.</summary>
    public static AccountRole DiscountsAllowed { get; } = new("revenue.discounts-allowed");

    /// <summary>Tax owed to the state on sales.</summary>
    public static AccountRole OutputTax { get; } = new("tax.output");

    /// <summary>The bank account in the functional currency.</summary>
    public static AccountRole Bank { get; } = new("cash.bank");

    /// <summary>Where a receipt changes its currency; empty after every entry.</summary>
    public static AccountRole FxClearing { get; } = new("fx.clearing");

    /// <summary>Exchange gains that were earned by settling.</summary>
    public static AccountRole RealisedGain { get; } = new("fx.realised-gain");

    /// <summary>Exchange losses that were suffered by settling.</summary>
    public static AccountRole RealisedLoss { get; } = new("fx.realised-loss");

    /// <summary>Cents between the sum of converted parts and the converted whole.</summary>
    public static AccountRole FxRounding { get; } = new("rounding.fx");

    /// <summary>Small differences given up.</summary>
    public static AccountRole SmallDifferencesLost { get; } = new("expense.small-differences");

    /// <summary>Small credits released.</summary>
    public static AccountRole SmallDifferencesGained { get; } = new("income.small-differences");

    /// <summary>What banks charge.</summary>
    public static AccountRole BankCharges { get; } = new("expense.bank-charges");

    /// <summary>Income tax that customers withheld and that we may claim.</summary>
    public static AccountRole WithholdingTax { get; } = new("asset.withholding-tax");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <summary>
    /// True where a line moves the functional currency alone, its document amount being zero: results of exchange, revaluations
    /// and their rounding.
    /// </summary>
    public bool IsFunctionalOnly =>
        Value is "rounding.fx" or "receivable.fx-adjustment"
        || Value.StartsWith("fx.realised-", StringComparison.Ordinal)
        || Value.StartsWith("fx.unrealised-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public static AccountRole Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(AccountRole other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
