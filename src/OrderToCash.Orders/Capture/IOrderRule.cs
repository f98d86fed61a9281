namespace OrderToCash.Orders;

/// <summary>A check of an order that is about to be captured. Pure: the same question has the same answer.</summary>
public interface IOrderRule
{
    /// <summary>Everything this rule finds; empty for a good order.</summary>
    EquatableArray<OrderFinding> Check(in OrderQuestion question);
}
