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

    /// <summary>What customers owe on interest.</summary>
    public static AccountRole InterestReceivable { get; } = new("receivable.interest");

    /// <summary>What customers kept back.</summary>
    public static AccountRole Deductions { get; } = new("receivable.deductions");

    /// <summary>Card money that was taken back.</summary>
    public static AccountRole Chargebacks { get; } = new("receivable.chargebacks");

    /// <summary>What revaluations add to items in foreign currencies.</summary>
    public static AccountRole FxAdjustment { get; } = new("receivable.fx-adjustment");

    /// <summary>What of the receivables is expected not to come in.</summary>
    public static AccountRole Allowance { get; } = new("contra.allowance");

    /// <summary>Revenue before the right to invoice it.</summary>
    public static AccountRole ContractAsset { get; } = new("asset.contract");

    /// <summary>Money received for what will be delivered later.</summary>
    public static AccountRole CustomerDeposit { get; } = new("liability.customer-deposit");

    /// <summary>Invoiced or received before it is revenue.</summary>
    public static AccountRole ContractLiability { get; } = new("liability.contract");

    /// <summary>Rebates that customers will get back.</summary>
    public static AccountRole RefundLiability { get; } = new("liability.refund");

    /// <summary>What we owe parties as our suppliers.</summary>
    public static AccountRole TradePayable { get; } = new("payable.trade");

    /// <summary>The other side of opening balances.</summary>
    public static AccountRole OpeningEquity { get; } = new("equity.opening");

    /// <summary>Tax of invoices that is due to the state only when they are paid.</summary>
    public static AccountRole PendingOutputTax { get; } = new("tax.output.pending");

    /// <summary>Early-payment discounts that customers let pass, where invoices are recorded less the discount.</summary>
    public static AccountRole DiscountsForfeited { get; } = new("revenue.discounts-forfeited");

    /// <summary>Fees and compensations for late payment.</summary>
    public static AccountRole LateFees { get; } = new("revenue.late-fees");

    /// <summary>Interest earned.</summary>
    public static AccountRole InterestRevenue { get; } = new("revenue.interest");

    /// <summary>Money on debts that were written off.</summary>
    public static AccountRole BadDebtRecovery { get; } = new("income.bad-debt-recovery");

    /// <summary>Debts that will not be paid.</summary>
    public static AccountRole BadDebt { get; } = new("expense.bad-debt");

    /// <summary>Interest on money received early.</summary>
    public static AccountRole InterestExpense { get; } = new("expense.interest");

    /// <summary>Exchange gains at closing rates.</summary>
    public static AccountRole UnrealisedGain { get; } = new("fx.unrealised-gain");

    /// <summary>Exchange losses at closing rates.</summary>
    public static AccountRole UnrealisedLoss { get; } = new("fx.unrealised-loss");

    /// <summary>What a payment service provider holds for us until it pays out.</summary>
    public static AccountRole Provider { get; } = new("cash.provider");

    /// <summary>What a payment service provider keeps back as security.</summary>
    public static AccountRole ProviderReserve { get; } = new("asset.provider-reserve");

    /// <summary>Corrections of a payment service provider that belong to no payment.</summary>
    public static AccountRole ProviderAdjustments { get; } = new("expense.provider-adjustments");

    /// <summary>Rebates that customers earn, without tax: they lower revenue.</summary>
    public static AccountRole Rebates { get; } = new("revenue.rebates");

    /// <summary>What a factor owes on receivables that were sold to him.</summary>
    public static AccountRole FactorReceivable { get; } = new("receivable.factor");

    /// <summary>What is borrowed from a factor on receivables that stay in the books.</summary>
    public static AccountRole FactorLiability { get; } = new("liability.factor");

    /// <summary>What factors charge.</summary>
    public static AccountRole FactoringFees { get; } = new("expense.factoring");

    /// <summary>Interest on what factors advance.</summary>
    public static AccountRole FactoringInterest { get; } = new("expense.factoring-interest");

    /// <summary>Where money on account waits while it becomes something else; empty after every command.</summary>
    public static AccountRole ReceiptsClearing { get; } = new("clearing.receipts");

    /// <summary>
    /// True for advances: what will be settled by delivery, not by money, keeps its rate and is not revalued (IAS 21.16).
    /// </summary>
    public bool IsNonMonetary => Value is "liability.customer-deposit" or "liability.contract";

    /// <summary>True for accounts of money: <c>cash.</c> and what follows.</summary>
    public bool IsCash => Value.StartsWith("cash.", StringComparison.Ordinal);

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
