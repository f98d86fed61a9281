using System.Collections.Frozen;

namespace OrderToCash.Orders;

/// <summary>
/// A price list prepared for many questions: it looks only at the entries of the product that are addressed to the customer, his
/// group or everybody.
/// </summary>
public sealed class PriceBook
{
    private readonly record struct Addressee(ProductId Product, CustomerId Customer, string Group);

    private readonly record struct Priced(PriceListEntry Entry, string Reason);

    private readonly string name;
    private readonly QuantityBasis basis;
    private readonly FrozenDictionary<Addressee, Priced[]> shelves;

    /// <summary>Prepares a list. O(n log n).</summary>
    /// <exception cref="ArgumentException">The list has findings: <see cref="PriceList.Check"/> lists them.</exception>
    public PriceBook(PriceList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var findings = list.Check();
        if (!findings.IsEmpty) throw new ArgumentException($"The price list has findings: {findings[0]}", nameof(list));
        (name, basis) = (list.Name, list.QuantityBasis);
        shelves = list.Entries
            .GroupBy(e => new Addressee(e.Product, e.Customer, e.Customer.IsNone ? e.Group : ""))
            .ToFrozenDictionary(g => g.Key, Shelf);
    }

    /// <summary>The most specific price that holds, with the trace of all that were considered.</summary>
    /// <returns>The price, or <see cref="PricingErrors.NoPrice"/>.</returns>
    public Result<PriceAnswer> Find(PriceQuestion question)
    {
        if (Best(question) is not { } best) return Result.Failure<PriceAnswer>(PricingErrors.NoPrice.With(FactsOf(question)));
        var reached = Reached(question);
        var considered = ShelvesFor(question)
            .SelectMany(shelf => shelf.Select(p => p.Entry))
            .OrderBy(e => e, Comparer<PriceListEntry>.Create(PriceOrder.Listed))
            .Select(e => new PriceCandidate
            {
                Entry = e,
                Verdict = ReferenceEquals(e, best.Entry) ? PriceVerdict.Won
                    : PriceOrder.Against(e, question, reached) ?? PriceOrder.Compare(best.Entry, e).Why,
            });
        return Result.Success(new PriceAnswer
        {
            Entry = best.Entry, Reason = best.Reason, Considered = considered.ToEquatableArray(),
        });
    }

    /// <summary>
    /// Gives every line its price. A line whose <see cref="OrderLineTerms.UnitPrice"/> is <c>default</c> gets the price of the
    /// list; one with a price keeps it as a manual price, for which it must have a <see cref="OrderLineTerms.PriceReason"/>. The
    /// origin of the price is kept in <see cref="OrderLineTerms.Origin"/>. O(lines x entries of the product for this customer).
    /// </summary>
    /// <param name="terms">Customer, currency and order date.</param>
    /// <param name="group">The customer's price group; empty for none.</param>
    /// <param name="lines">What is wanted.</param>
    /// <returns>The lines, or all of <see cref="PricingErrors.NoPrice"/> and <see cref="PricingErrors.ReasonMissing"/>.</returns>
    public Result<EquatableArray<OrderLineTerms>> Price(OrderTerms terms, string group, EquatableArray<OrderLineTerms> lines)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var sums = basis == QuantityBasis.PerProduct ? CumulatedQuantity.Of(lines) : null;
        var priced = new OrderLineTerms[lines.Count];
        var errors = new List<DomainError>();
        for (var i = 0; i < priced.Length; i++)
        {
            var line = lines[i];
            var question = new PriceQuestion
            {
                Product = line.Product, Quantity = line.Quantity, Cumulated = sums?.Of(line), Currency = terms.Currency,
                On = terms.OrderDate, Customer = terms.Customer, Group = group,
            };
            var best = Best(question);
            if (line.UnitPrice != default)
            {
                priced[i] = Manual(line, best?.Entry);
                if (string.IsNullOrWhiteSpace(line.PriceReason))
                    errors.Add(PricingErrors.ReasonMissing.At($"lines[{i}].priceReason", ("price", line.UnitPrice)));
            }
            else if (best is { } found) priced[i] = Listed(line, found);
            else errors.Add(PricingErrors.NoPrice.At($"lines[{i}].product", FactsOf(question)));
        }
        return Result.Validated<EquatableArray<OrderLineTerms>>([.. priced], errors);
    }

    private Priced[] Shelf(IEnumerable<PriceListEntry> entries)
    {
        var shelf = entries.Select(e => new Priced(e, $"list {name}, {PriceWords.Of(e)}")).ToArray();
        Array.Sort(shelf, (x, y) => PriceOrder.Listed(x.Entry, y.Entry));
        return shelf;
    }

    // Each shelf is sorted: its first entry that holds is its best.
    private Priced? Best(in PriceQuestion question)
    {
        var reached = Reached(question);
        Priced? best = null;
        foreach (var shelf in ShelvesFor(question))
            foreach (var priced in shelf)
            {
                if (PriceOrder.Against(priced.Entry, question, reached) is not null) continue;
                if (best is not { } other || PriceOrder.Compare(priced.Entry, other.Entry).Order < 0) best = priced;
                break;
            }
        return best;
    }

    private Priced[][] ShelvesFor(in PriceQuestion question)
    {
        var group = question.Group ?? "";
        return
        [
            question.Customer.IsNone ? [] : At(new(question.Product, question.Customer, "")),
            group.Length == 0 ? [] : At(new(question.Product, default, group)),
            At(new(question.Product, default, "")),
        ];
    }

    private Priced[] At(Addressee addressee) => shelves.GetValueOrDefault(addressee, []);

    private Quantity Reached(in PriceQuestion question) => basis == QuantityBasis.PerProduct
        ? question.Cumulated ?? question.Quantity
        : question.Quantity;

    private OrderLineTerms Listed(OrderLineTerms line, Priced best) => line with
    {
        UnitPrice = best.Entry.Price, PriceReason = best.Reason, IsNet = line.IsNet || best.Entry.IsNet,
        Origin = OriginOf(best.Entry) with
        {
            Kind = best.Entry.Contract.IsNone ? PriceKind.List : PriceKind.Contract,
        },
    };

    private OrderLineTerms Manual(OrderLineTerms line, PriceListEntry? listed) => line with
    {
        Origin = listed is null ? new() { Kind = PriceKind.Manual } : OriginOf(listed) with { ListPrice = listed.Price },
    };

    private PriceOrigin OriginOf(PriceListEntry entry) => new()
    {
        Kind = PriceKind.Manual, List = name, Entry = entry.Id, FloorPrice = entry.FloorPrice, UnitCost = entry.UnitCost,
    };

    private (string, object?)[] FactsOf(in PriceQuestion question) =>
        [("product", question.Product), ("currency", question.Currency), ("date", question.On), ("list", name)];
}
