namespace OrderToCash.Orders;

/// <summary>The built-in rules, and the walk over any list of them. Hosts pass their own list: these, fewer, or more.</summary>
public static class OrderRules
{
    private const decimal MostPerOrder = 10_000_000_000_000m;

    private delegate void Finder(in OrderQuestion question, List<OrderFinding> findings);

    /// <summary>
    /// Units lines may use when the policy names none: pieces, packs, weights, measures and times of UN/ECE Recommendation 20 and
    /// 21.
    /// </summary>
    public static EquatableArray<UnitCode> CommonUnits { get; } =
    [
        .. ("C62 H87 EA PR SET DZN GRM KGM TNE LBR MLT LTR MTQ " +
            "MMT CMT MTR KMT MTK MIN HUR DAY WEE MON ANN KWH MWH XBX XPK XPX XCT XBG XBO LS E48")
            .Split(' ').Select(code => new UnitCode(code)),
    ];

    /// <summary>
    /// Lines exist and have ids of their own; <see cref="OrderErrors.NoLines"/>, <see cref="OrderErrors.LineRepeated"/>.
    /// </summary>
    public static IOrderRule Lines { get; } = new Rule(CheckLines);

    /// <summary>Quantities above zero; <see cref="OrderErrors.QuantityNotPositive"/>.</summary>
    public static IOrderRule Quantities { get; } = new Rule(CheckQuantities);

    /// <summary>Prices at zero or above, one currency, bounded; <see cref="OrderErrors.PriceNegative"/>,
    /// <see cref="OrderErrors.CurrencyMixed"/>, <see cref="OrderErrors.AmountTooLarge"/>.</summary>
    public static IOrderRule Prices { get; } = new Rule(CheckPrices);

    /// <summary>Discounts between nothing and the whole; <see cref="OrderErrors.DiscountOutOfRange"/>.</summary>
    public static IOrderRule Discounts { get; } = new Rule(CheckDiscounts);

    /// <summary>Units the policy knows; <see cref="OrderErrors.UnitUnknown"/> blocks and can be waived.</summary>
    public static IOrderRule Units { get; } = new Rule(CheckUnits);

    /// <summary>
    /// Street and town of both addresses; <see cref="OrderErrors.AddressMissing"/> blocks for the delivery, warns for the
    /// invoice.
    /// </summary>
    public static IOrderRule Addresses { get; } = new Rule(CheckAddresses);

    /// <summary>Goods wanted on or after the order date; <see cref="OrderErrors.RequestedBeforeOrder"/> warns.</summary>
    public static IOrderRule RequestedDate { get; } = new Rule(CheckRequestedDate);

    /// <summary>The reference is new; <see cref="OrderErrors.ReferenceReused"/> warns.</summary>
    public static IOrderRule Reference { get; } = new Rule(CheckReference);

    /// <summary>All of the above.</summary>
    public static EquatableArray<IOrderRule> BuiltIn { get; } =
        [Lines, Quantities, Prices, Discounts, Units, Addresses, RequestedDate, Reference];

    // Without these an order can't be priced; no list of rules leaves them out.
    private static readonly IOrderRule[] Structural = [Lines, Quantities, Prices, Discounts];

    /// <summary>
    /// The findings of all rules, in their order. The first four built-in rules are always asked, also when the list leaves them
    /// out.
    /// </summary>
    public static EquatableArray<OrderFinding> Check(in OrderQuestion question, EquatableArray<IOrderRule> rules)
    {
        var findings = new List<OrderFinding>();
        foreach (var rule in Structural) findings.AddRange(rule.Check(question));
        foreach (var rule in rules)
            if (Array.IndexOf(Structural, rule) < 0) findings.AddRange(rule.Check(question));
        return findings.ToEquatableArray();
    }

    private static void CheckLines(in OrderQuestion question, List<OrderFinding> findings)
    {
        if (question.Lines.IsEmpty) findings.Add(Block(OrderErrors.NoLines.At("lines")));
        var seen = new HashSet<OrderLineId>(question.Lines.Count);
        for (var i = 0; i < question.Lines.Count; i++)
            if (!seen.Add(question.Lines[i].Id))
                findings.Add(Block(OrderErrors.LineRepeated.At($"lines[{i}].id", ("line", question.Lines[i].Id))));
    }

    private static void CheckQuantities(in OrderQuestion question, List<OrderFinding> findings)
    {
        for (var i = 0; i < question.Lines.Count; i++)
            if (question.Lines[i] is { Quantity.IsPositive: false } line)
                findings.Add(Block(OrderErrors.QuantityNotPositive.At($"lines[{i}].quantity", ("quantity", line.Quantity),
                    ("line", line.Id))));
    }

    private static void CheckPrices(in OrderQuestion question, List<OrderFinding> findings)
    {
        var currency = question.Terms.Currency;
        if (!currency.HasMinorUnit)
            findings.Add(Block(OrderErrors.CurrencyMixed.At("currency", ("found", "an amount"), ("currency", currency))));
        var sum = 0m;
        for (var i = 0; i < question.Lines.Count; i++)
        {
            var (line, target) = (question.Lines[i], $"lines[{i}].unitPrice");
            var price = line.UnitPrice;
            if (price.Amount < 0) findings.Add(Block(OrderErrors.PriceNegative.At(target, ("price", price), ("line", line.Id))));
            if (price.Currency != currency)
                findings.Add(Block(OrderErrors.CurrencyMixed.At(target, ("found", price), ("currency", currency))));
            var amount = AmountOf(line);
            sum += amount ?? 0;
            if (amount is null || sum > MostPerOrder)
                findings.Add(Block(OrderErrors.AmountTooLarge.At(target, ("quantity", line.Quantity), ("price", price))));
            else CheckOrigin(line, currency, $"lines[{i}]", findings);
        }
    }

    // Bounded before it is multiplied, so that no input overflows.
    private static decimal? AmountOf(OrderLineTerms line)
    {
        var (quantity, price) = (Math.Abs(line.Quantity.Value), Math.Abs(line.UnitPrice.Amount));
        if (quantity > PricingBounds.MostUnits || price > PricingBounds.MostPerLine) return null;
        if (line.UnitPrice.Per < PricingBounds.SmallestBase) return null;
        var amount = quantity * price / line.UnitPrice.Per;
        return amount > PricingBounds.MostPerLine ? null : amount;
    }

    private static void CheckDiscounts(in OrderQuestion question, List<OrderFinding> findings)
    {
        var sum = 0m;
        for (var i = 0; i < question.Lines.Count; i++)
        {
            var (line, before) = (question.Lines[i], findings.Count);
            CheckLineDiscounts(line, question.Terms.Currency, $"lines[{i}]", findings);
            if (findings.Count == before && question.Terms.Discount?.Amount is not null && AmountOf(line) is not null
                && line is { Quantity.IsPositive: true, UnitPrice.Amount: >= 0 }
                && line.UnitPrice.Currency == question.Terms.Currency)
                sum += OrderPricing.NetOf(line, question.Policy.LineRounding).Net.Amount;
        }
        if (question.Terms.Discount is not { } discount) return;
        var currency = question.Terms.Currency;
        if (discount.Percent.Value is < 0 or > 100)
            findings.Add(Block(OrderErrors.DiscountOutOfRange.At("discount.percent", ("discount", discount.Percent))));
        if (discount.Amount is not { } amount) return;
        if (amount.Currency != currency)
            findings.Add(Block(OrderErrors.CurrencyMixed.At("discount.amount", ("found", amount), ("currency", currency))));
        else if (amount.IsNegative || Math.Clamp(discount.Percent.Fraction, 0, 1) * sum + amount.Amount > sum)
            findings.Add(Block(OrderErrors.DiscountOutOfRange.At("discount.amount", ("discount", amount))));
    }

    private static void CheckLineDiscounts(OrderLineTerms line, Currency currency, string path, List<OrderFinding> findings)
    {
        if (line.Discount.Value is < 0 or > 100)
            findings.Add(Block(OrderErrors.DiscountOutOfRange.At($"{path}.discount", ("discount", line.Discount))));
        for (var i = 0; i < line.Discounts.Count; i++)
        {
            var (discount, target) = (line.Discounts[i], $"{path}.discounts[{i}]");
            if (discount.Percent.Value is < 0 or > 100 || discount.Amount is { IsNegative: true })
                findings.Add(Block(OrderErrors.DiscountOutOfRange.At(target,
                    ("discount", (object?)discount.Amount ?? discount.Percent))));
            if (discount.Amount is { } amount && amount.Currency != currency)
                findings.Add(Block(OrderErrors.CurrencyMixed.At(target, ("found", amount), ("currency", currency))));
        }
    }

    private static void CheckOrigin(OrderLineTerms line, Currency currency, string path, List<OrderFinding> findings)
    {
        if (line.Weight is { } weight && !PricingBounds.IsReal(weight))
            findings.Add(Block(OrderErrors.QuantityNotPositive.At($"{path}.weight", ("quantity", weight), ("line", line.Id))));
        if (line.Origin is not { } origin) return;
        foreach (var (name, price) in (ReadOnlySpan<(string, UnitPrice?)>)
            [("listPrice", origin.ListPrice), ("floorPrice", origin.FloorPrice), ("unitCost", origin.UnitCost)])
        {
            if (price is not { } given) continue;
            if (given.Currency != currency)
                findings.Add(Block(OrderErrors.CurrencyMixed.At($"{path}.origin.{name}", ("found", given),
                    ("currency", currency))));
            if (!PricingBounds.IsReal(given) || line.Quantity.Value * given.Amount / given.Per > PricingBounds.MostPerLine)
                findings.Add(Block(OrderErrors.AmountTooLarge.At($"{path}.origin.{name}", ("quantity", line.Quantity),
                    ("price", given))));
        }
    }

    private static void CheckUnits(in OrderQuestion question, List<OrderFinding> findings)
    {
        var known = question.Policy.Units.IsEmpty ? CommonUnits : question.Policy.Units;
        for (var i = 0; i < question.Lines.Count; i++)
            if (question.Lines[i] is var line && known.AsSpan().IndexOf(line.Quantity.Unit) < 0)
                findings.Add(Block(OrderErrors.UnitUnknown.At($"lines[{i}].quantity", ("unit", line.Quantity.Unit),
                    ("line", line.Id))));
    }

    private static void CheckAddresses(in OrderQuestion question, List<OrderFinding> findings)
    {
        Check(question.Terms.ShipTo, "delivery", "shipTo", FindingSeverity.Block);
        Check(question.Terms.BillTo.Address, "invoice", "billTo.address", FindingSeverity.Warn);

        void Check(Address address, string name, string target, FindingSeverity severity)
        {
            if (address.Lines.IsEmpty) Missing("street", "lines");
            if (address.City.Length == 0) Missing("town", "city");
            if (address.Country.IsNone) Missing("country", "country");

            void Missing(string field, string path) => findings.Add(new()
            {
                Severity = severity,
                Error = OrderErrors.AddressMissing.At($"{target}.{path}", ("address", name), ("field", field)),
            });
        }
    }

    private static void CheckRequestedDate(in OrderQuestion question, List<OrderFinding> findings)
    {
        if (question.Terms.RequestedDate is { } requested && requested < question.Terms.OrderDate)
            findings.Add(new()
            {
                Severity = FindingSeverity.Warn,
                Error = OrderErrors.RequestedBeforeOrder.At("requestedDate", ("requested", requested),
                    ("ordered", question.Terms.OrderDate)),
            });
    }

    private static void CheckReference(in OrderQuestion question, List<OrderFinding> findings)
    {
        var reference = question.Terms.ExternalReference;
        foreach (var known in question.SameReference)
            findings.Add(new()
            {
                Severity = FindingSeverity.Warn,
                Error = OrderErrors.ReferenceReused.At("externalReference", ("reference", reference), ("known", known.Id)),
            });
    }

    private static OrderFinding Block(DomainError error) => new() { Severity = FindingSeverity.Block, Error = error };

    private sealed class Rule(Finder find) : IOrderRule
    {
        public EquatableArray<OrderFinding> Check(in OrderQuestion question)
        {
            var findings = new List<OrderFinding>();
            find(question, findings);
            return findings.ToEquatableArray();
        }
    }
}
